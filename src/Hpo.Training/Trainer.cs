using System.Runtime.Intrinsics;
using Hpo.Training.Data;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;
using Hpo.Training.Models;
using Hpo.Training.Optimizers;

namespace Hpo.Training;

/// <summary>
/// Trains a network on a set of images, an epoch at a time. The result depends on the seed and the hyperparameters alone, not on the
/// number of threads. A batch allocates nothing. Used by one thread, which works along with the helpers.
/// </summary>
public sealed class Trainer : ITraining
{
    private readonly Network<float> _network;
    private readonly IOptimizer<float> _optimizer;
    private readonly ImageSet _training;
    private readonly ImageSet _validation;
    private readonly TrainerOptions _options;
    private readonly WorkerTeam _team;
    private readonly int[] _order;
    private readonly byte[] _labels;

    // made once, so that handing them to the team allocates nothing
    private readonly Action<int> _trainSlice;
    private readonly Action<int> _updatePart;
    private readonly Action<int> _evaluateSlice;

    // the batch at hand: where it starts in the order or in the validation set, and its number of images
    private int _batchStart;
    private int _batchSize;

    /// <summary>Prepares a training that starts with the network as it is.</summary>
    /// <param name="network">The network; its capacity is at least the batch size.</param>
    /// <param name="training">The images to train on.</param>
    /// <param name="validation">The images on which the error is measured.</param>
    /// <param name="options">The hyperparameters of the training.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch is larger than the data set or than the network's capacity.</exception>
    public Trainer(Network<float> network, ImageSet training, ImageSet validation, TrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        if (options.BatchSize < 1 || options.BatchSize > training.Count)
            throw new ArgumentOutOfRangeException(nameof(options), options.BatchSize, $"A batch has between 1 and {training.Count} images, as many as there are to train on.");
        ArgumentOutOfRangeException.ThrowIfLessThan(network.Input.Capacity, options.BatchSize, nameof(network));
        _network = network;
        _training = training;
        _validation = validation;
        _options = options;
        _optimizer = CreateOptimizer(network, options);
        _order = new int[training.Count];
        _labels = new byte[network.Input.Capacity];
        _team = new WorkerTeam(options.Threads);
        _trainSlice = TrainSlice;
        _updatePart = UpdatePart;
        _evaluateSlice = EvaluateSlice;
    }

    /// <summary>The number of epochs done.</summary>
    public int Epoch { get; private set; }

    /// <summary>The mean training loss of the last epoch.</summary>
    public double TrainingLoss { get; private set; } = double.NaN;

    /// <summary>The share of the validation images that was wrong after the last epoch, in [0, 1]; NaN when the training diverged.</summary>
    public double ValidationError { get; private set; } = double.NaN;

    /// <summary>Runs an epoch over all training images, in a new random order, and measures the validation error.</summary>
    /// <returns><see cref="ValidationError"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancellation was asked for; it is obeyed between batches, and the training cannot go on afterwards.</exception>
    public double RunEpoch(CancellationToken cancellationToken)
    {
        EpochOrder.Draw(_order, _options.Seed, Epoch);
        var loss = 0.0;
        for (var start = 0; start < _order.Length; start += _options.BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            loss += TrainBatch(start, Math.Min(_options.BatchSize, _order.Length - start));
        }

        Epoch++;
        TrainingLoss = loss / _order.Length;
        var error = Evaluate(cancellationToken);
        return ValidationError = double.IsFinite(loss) && ParametersAreFinite() ? error : double.NaN;
    }

    /// <summary>Everything that a later training needs to go on from here exactly as this one would.</summary>
    public byte[] SaveCheckpoint() => TrainerCheckpoint.Write(_network, _optimizer, Epoch);

    /// <summary>Goes on from a checkpoint of a training with the same network, data and options.</summary>
    /// <exception cref="InvalidDataException">The checkpoint is truncated or belongs to another network.</exception>
    public void RestoreCheckpoint(byte[] checkpoint)
    {
        Epoch = TrainerCheckpoint.Read(checkpoint, _network, _optimizer);
        _network.ParametersChanged();
    }

    /// <summary>Ends the helpers.</summary>
    public void Dispose() => _team.Dispose();

    private static IOptimizer<float> CreateOptimizer(Network<float> network, TrainerOptions options) =>
        Vector256.IsHardwareAccelerated
            ? new StochasticGradientDescent<FloatLanes8, float>(network.Parameters, options.LearningRate, options.Momentum, options.WeightDecay)
            : new StochasticGradientDescent<PortableFloatLanes8, float>(network.Parameters, options.LearningRate, options.Momentum, options.WeightDecay);

    private double TrainBatch(int start, int size)
    {
        _batchStart = start;
        _batchSize = size;
        // counted in images, so that a resumed training needs to know nothing about the batches before
        _network.StartStep(((long)Epoch * _order.Length) + start);
        for (var i = 0; i < size; i++)
            _labels[i] = _training.Labels[_order[start + i]];
        _team.Run(BatchSlice.CountFor(size), _trainSlice);
        _team.Run(_network.GradientParts, _updatePart);
        return _network.Loss.Loss(size) * size;
    }

    private void TrainSlice(int index)
    {
        var slice = BatchSlice.Of(_batchSize, index);
        for (var image = slice.First; image < slice.End; image++)
            _training.CopyScaled(_order[_batchStart + image], _network.Input.Image(image));
        _network.Forward(_labels.AsSpan(0, _batchSize), slice, training: true);
        _network.Backward(slice);
    }

    private void UpdatePart(int part) => _network.Update(part, _batchSize, _optimizer);

    private double Evaluate(CancellationToken cancellationToken)
    {
        var mistakes = 0;
        var capacity = _network.Input.Capacity;
        for (var start = 0; start < _validation.Count; start += capacity)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _batchStart = start;
            _batchSize = Math.Min(capacity, _validation.Count - start);
            _team.Run(BatchSlice.CountFor(_batchSize), _evaluateSlice);
            mistakes += _network.Loss.Mistakes(_batchSize);
        }

        return (double)mistakes / _validation.Count;
    }

    private void EvaluateSlice(int index)
    {
        var slice = BatchSlice.Of(_batchSize, index);
        for (var image = slice.First; image < slice.End; image++)
            _validation.CopyScaled(_batchStart + image, _network.Input.Image(image));
        _network.Forward(_validation.Labels.Slice(_batchStart, _batchSize), slice, training: false);
    }

    private bool ParametersAreFinite()
    {
        foreach (var parameters in _network.Parameters)
        {
            foreach (var value in parameters.Values)
            {
                if (!float.IsFinite(value))
                    return false;
            }
        }

        return true;
    }
}
