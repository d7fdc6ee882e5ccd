using System.Numerics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The mean over windows of size × size pixels that do not overlap. Rows and columns that do not fill a window at the lower
/// and right edge are left out, as in PyTorch.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class AveragePooling<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly int _size;

    /// <summary>Makes the layer.</summary>
    /// <param name="shape">The shape of an input image.</param>
    /// <param name="size">The height and width of a window, and the distance between windows.</param>
    /// <param name="options">The batch size to make room for.</param>
    public AveragePooling(ImageShape shape, int size, LayerOptions options)
        : base(shape, new ImageShape(shape.Height / size, shape.Width / size, shape.Channels), options)
    {
        _size = size;
    }

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        var share = TLanes.Broadcast(T.One / T.CreateChecked(_size * _size));
        var channels = InputShape.Channels;
        for (var image = slice.First; image < slice.End; image++)
        {
            var destination = Output[image];
            for (var pixel = 0; pixel < Output.Shape.Height * Output.Shape.Width; pixel++)
            {
                var window = input[image] + WindowStart(pixel);
                for (var channel = 0; channel < channels; channel += TLanes.Count)
                    (SumWindow(window + channel) * share).Store(destination + channel);
                destination += channels;
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        var share = TLanes.Broadcast(T.One / T.CreateChecked(_size * _size));
        var channels = InputShape.Channels;
        for (var image = slice.First; image < slice.End; image++)
        {
            // pixels in ascending order: what a vector writes beyond the last channel is overwritten by the next pixel
            for (var y = 0; y < Output.Shape.Height * _size; y++)
            {
                var destination = InputGradient[image] + (nint)y * InputShape.Width * channels;
                var row = outputGradient[image] + (nint)(y / _size) * Output.Shape.Width * channels;
                for (var x = 0; x < Output.Shape.Width; x++)
                {
                    SpreadPixel(row, destination, share);
                    row += channels;
                    destination += _size * channels;
                }

                new Span<T>(destination, InputShape.Width % _size * channels).Clear();
            }
        }
    }

    private void SpreadPixel(T* source, T* destination, TLanes share)
    {
        for (var copy = 0; copy < _size; copy++)
        {
            for (var channel = 0; channel < InputShape.Channels; channel += TLanes.Count)
                (TLanes.Load(source + channel) * share).Store(destination + copy * InputShape.Channels + channel);
        }
    }

    private nint WindowStart(int pixel)
    {
        var (y, x) = Math.DivRem(pixel, Output.Shape.Width);
        return ((nint)y * InputShape.Width + x) * _size * InputShape.Channels;
    }

    private TLanes SumWindow(T* window)
    {
        var sum = TLanes.Broadcast(T.Zero);
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
                sum += TLanes.Load(window + ((nint)y * InputShape.Width + x) * InputShape.Channels);
        }

        return sum;
    }
}
