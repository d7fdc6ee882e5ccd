using System.Numerics;

namespace Hpo.Training.Layers;

/// <summary>
/// The largest value of windows of size × size pixels that do not overlap; the gradient goes to the first of the largest. Rows and
/// columns that do not fill a window at the lower and right edge are left out, as in PyTorch. After a convolution and a
/// ReLU, <see cref="MaxPooledConvolution{TLanes, T}"/> is several times faster.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class MaxPooling<T> : Layer<T>
    where T : unmanaged, INumber<T>
{
    private readonly int _size;

    // for each output, the index of the input it came from
    private readonly ImageBatch<int> _sources;

    /// <summary>Makes the layer.</summary>
    /// <param name="shape">The shape of an input image.</param>
    /// <param name="size">The height and width of a window, and the distance between windows.</param>
    /// <param name="options">The batch size to make room for.</param>
    public MaxPooling(ImageShape shape, int size, LayerOptions options)
        : base(shape, new ImageShape(shape.Height / size, shape.Width / size, shape.Channels), options)
    {
        _size = size;
        _sources = new ImageBatch<int>(Output.Shape, options.Capacity);
    }

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        for (var image = slice.First; image < slice.End; image++)
        {
            for (var output = 0; output < Output.Shape.Size; output++)
            {
                var source = FindLargest(input[image], output);
                _sources[image][output] = source;
                Output[image][output] = input[image][source];
            }
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        for (var image = slice.First; image < slice.End; image++)
        {
            InputGradient.Image(image).Clear();
            for (var output = 0; output < Output.Shape.Size; output++)
                InputGradient[image][_sources[image][output]] = outputGradient[image][output];
        }
    }

    private int FindLargest(T* image, int output)
    {
        var (pixel, channel) = Math.DivRem(output, InputShape.Channels);
        var (windowY, windowX) = Math.DivRem(pixel, Output.Shape.Width);
        var largest = ((windowY * InputShape.Width) + windowX) * _size * InputShape.Channels + channel;
        var first = largest;
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
            {
                var candidate = first + (y * InputShape.Width + x) * InputShape.Channels;
                if (image[candidate] > image[largest] || T.IsNaN(image[candidate]))
                    largest = candidate;
            }
        }

        return largest;
    }
}
