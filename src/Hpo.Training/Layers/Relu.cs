using System.Numerics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>The rectifier y = max(x, 0), element by element. NaN stays NaN.</summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Relu<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Makes the layer.</summary>
    public Relu(ImageShape shape, LayerOptions options)
        : base(shape, shape, options)
    {
    }

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        var zero = TLanes.Broadcast(T.Zero);
        for (var image = slice.First; image < slice.End; image++)
        {
            T* source = input[image], destination = Output[image];
            for (var i = 0; i < InputShape.Size; i += TLanes.Count)
            {
                var value = TLanes.Load(source + i);
                TLanes.SelectGreater(zero, value, zero, value).Store(destination + i);
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        var zero = TLanes.Broadcast(T.Zero);
        for (var image = slice.First; image < slice.End; image++)
        {
            T* output = Output[image], gradient = outputGradient[image], destination = InputGradient[image];
            for (var i = 0; i < InputShape.Size; i += TLanes.Count)
                TLanes.SelectGreater(TLanes.Load(output + i), zero, TLanes.Load(gradient + i), zero).Store(destination + i);
        }
    }
}
