using System.Numerics;
using Hpo.Training.Layers;
using Hpo.Training.Optimizers;

namespace Hpo.Training.Models;

/// <summary>A chain of layers that ends in class scores, with softmax cross-entropy as its loss.</summary>
/// <typeparam name="T">The number computed with: float to train, double to check.</typeparam>
public sealed class Network<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Layer<T>[] _layers;
    private readonly (int Layer, int Part)[] _gradientParts;

    /// <summary>Chains layers.</summary>
    /// <param name="capacity">The largest number of images in a batch.</param>
    /// <param name="layers">The layers; the output of each has the size of the input of the next.</param>
    /// <exception cref="ArgumentException">Two layers do not fit together.</exception>
    public Network(int capacity, IReadOnlyList<Layer<T>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers];
        Input = new ImageBatch<T>(_layers[0].InputShape, capacity);
        Loss = new SoftmaxCrossEntropy<T>(_layers[^1].Output.Shape.Size, capacity);
        for (var i = 1; i < _layers.Length; i++)
        {
            if (_layers[i].InputShape.Size != _layers[i - 1].Output.Shape.Size)
                throw new ArgumentException($"Layer {i} takes {_layers[i].InputShape}, but layer {i - 1} gives {_layers[i - 1].Output.Shape}.", nameof(layers));
        }

        _gradientParts =
        [
            .. from layer in Enumerable.Range(0, _layers.Length)
               from part in Enumerable.Range(0, _layers[layer].GradientParts)
               select (layer, part),
        ];
    }

    /// <summary>The images of the batch.</summary>
    public ImageBatch<T> Input { get; }

    /// <summary>The class scores of the batch.</summary>
    public ImageBatch<T> Scores => _layers[^1].Output;

    /// <summary>The loss and its gradient.</summary>
    public SoftmaxCrossEntropy<T> Loss { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<Layer<T>> Layers => _layers;

    /// <summary>The parameters of all layers that have some.</summary>
    public IEnumerable<ParameterMatrix<T>> Parameters => _layers.Select(layer => layer.Parameters).OfType<ParameterMatrix<T>>();

    /// <summary>The number of parts into which <see cref="Update"/> is shared out.</summary>
    public int GradientParts => _gradientParts.Length;

    /// <summary>Says which step of a training comes next, before <see cref="Forward"/>.</summary>
    /// <param name="step">Differs between any two batches of a training.</param>
    public void StartStep(long step)
    {
        foreach (var layer in _layers)
            layer.StartStep(step);
    }

    /// <summary>Computes scores, loss and mistakes of a slice of the images in <see cref="Input"/>.</summary>
    /// <param name="labels">The class of each image of the batch.</param>
    /// <param name="slice">The images to compute.</param>
    /// <param name="training">Whether this is training (dropout drops) or evaluation.</param>
    public void Forward(ReadOnlySpan<byte> labels, BatchSlice slice, bool training)
    {
        for (var i = 0; i < _layers.Length; i++)
            _layers[i].Forward(InputOf(i), slice, training);
        Loss.Compute(Scores, labels, slice);
    }

    /// <summary>Takes the gradient of a slice back through all layers, after <see cref="Forward"/>.</summary>
    public void Backward(BatchSlice slice)
    {
        for (var i = _layers.Length - 1; i >= 0; i--)
            _layers[i].Backward(InputOf(i), OutputGradientOf(i), slice);
    }

    /// <summary>
    /// Completes the gradient of one part of the parameters and updates them, after all slices went through <see cref="Backward"/>.
    /// </summary>
    /// <param name="part">The part, from 0 to <see cref="GradientParts"/> − 1.</param>
    /// <param name="images">The number of images in the batch.</param>
    /// <param name="optimizer">What updates the parameters; null to leave them as they are and only have their gradient.</param>
    public void Update(int part, int images, IOptimizer<T>? optimizer)
    {
        var (index, layerPart) = _gradientParts[part];
        var layer = _layers[index];
        var rows = layer.CompleteGradient(layerPart, InputOf(index), OutputGradientOf(index), images);
        if (optimizer is null)
            return;
        optimizer.Update(layer.Parameters!, rows);
        layer.ParametersChanged(rows);
    }

    /// <summary>Brings the layers up to date after parameters were written from outside.</summary>
    public void ParametersChanged()
    {
        foreach (var layer in _layers)
        {
            if (layer.Parameters is not null)
                layer.ParametersChanged(..(layer.Parameters.Inputs + 1));
        }
    }

    private ImageBatch<T> InputOf(int layer) => layer == 0 ? Input : _layers[layer - 1].Output;

    private ImageBatch<T> OutputGradientOf(int layer) =>
        layer == _layers.Length - 1 ? Loss.ScoreGradient : _layers[layer + 1].InputGradient!;
}
