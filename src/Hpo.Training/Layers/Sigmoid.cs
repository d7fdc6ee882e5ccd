using System.Numerics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>The logistic function y = 1 / (1 + e^−x), element by element, with the derivative y·(1 − y).</summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Sigmoid<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Makes the layer.</summary>
    public Sigmoid(ImageShape shape, LayerOptions options)
        : base(shape, shape, options)
    {
    }

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        for (var image = slice.First; image < slice.End; image++)
        {
            T* source = input[image], destination = Output[image];
            for (var i = 0; i < InputShape.Size; i += TLanes.Count)
                TLanes.Sigmoid(TLanes.Load(source + i)).Store(destination + i);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        var one = TLanes.Broadcast(T.One);
        for (var image = slice.First; image < slice.End; image++)
        {
            T* output = Output[image], gradient = outputGradient[image], destination = InputGradient[image];
            for (var i = 0; i < InputShape.Size; i += TLanes.Count)
            {
                var y = TLanes.Load(output + i);
                (TLanes.Load(gradient + i) * (y * (one - y))).Store(destination + i);
            }
        }
    }
}
