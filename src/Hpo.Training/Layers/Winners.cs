using System.Numerics;
using System.Runtime.CompilerServices;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The pixels of one image that won their pooling window with a value above zero, listed twice: for each output channel, with the
/// offset of the patch under the pixel; and for each window, with the offset of the weights shifted to that pixel
/// (<see cref="WindowGradient{TLanes, T}"/>).
/// </summary>
/// <typeparam name="T">The number.</typeparam>
internal sealed unsafe class Winners<T>
    where T : unmanaged, INumber<T>
{
    private readonly int _channels;
    private readonly int _rowLength;
    private readonly int _pixelLength;
    private readonly ImageShape _pooled;
    private readonly AlignedArray<Winner<T>> _byChannel;
    private readonly AlignedArray<int> _channelCounts;
    private readonly AlignedArray<Winner<T>> _byWindow;
    private readonly AlignedArray<int> _windowCounts;
    private readonly AlignedArray<int> _weightOffsets;

    public Winners(ConvolutionGeometry geometry, ImageShape pooled, int lanes)
    {
        _pooled = pooled;
        _channels = pooled.Channels;
        _rowLength = geometry.RowLength;
        _pixelLength = geometry.Input.Channels;
        Windows = pooled.Height * pooled.Width;
        _byChannel = new AlignedArray<Winner<T>>(_channels * (Windows + 1));
        _byWindow = new AlignedArray<Winner<T>>(Windows * (_channels + 1));
        _channelCounts = new AlignedArray<int>(_channels);
        _windowCounts = new AlignedArray<int>(Windows);
        _weightOffsets = new AlignedArray<int>(_channels * 4);
        for (var channel = 0; channel < _channels; channel++)
        {
            for (var pixel = 0; pixel < 4; pixel++)
                _weightOffsets.Span[channel * 4 + pixel] = ShiftedWeights.Offset(geometry, lanes, channel, pixel);
        }
    }

    /// <summary>The number of pooling windows of an image.</summary>
    public int Windows { get; }

    /// <summary>The winners of one output channel.</summary>
    public Winner<T>* OfChannel(int channel, out int count)
    {
        count = _channelCounts.Pointer[channel];
        return _byChannel.Pointer + (nint)channel * (Windows + 1);
    }

    /// <summary>The winners of one pooling window.</summary>
    public Winner<T>* OfWindow(int window, out int count)
    {
        count = _windowCounts.Pointer[window];
        return _byWindow.Pointer + (nint)window * (_channels + 1);
    }

    /// <summary>Lists the winners of an image.</summary>
    /// <param name="winningPixels">Which of its four pixels won each window, for each channel.</param>
    /// <param name="output">What came out of the pooling.</param>
    /// <param name="gradient">The gradient with respect to it.</param>
    public void Collect(int* winningPixels, T* output, T* gradient)
    {
        _channelCounts.Span.Clear();
        var pixelOffsets = stackalloc int[4] { 0, _pixelLength, _rowLength, _rowLength + _pixelLength };
        var window = 0;
        for (var y = 0; y < _pooled.Height; y++)
        {
            for (var x = 0; x < _pooled.Width; x++, window++)
            {
                CollectWindow(window, 2 * y * _rowLength + 2 * x * _pixelLength, pixelOffsets, winningPixels, output, gradient);
                winningPixels += _channels;
                output += _channels;
                gradient += _channels;
            }
        }
    }

    /// <summary>Every channel is written at the end of its lists; the counts grow only where the channel is alive, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CollectWindow(int window, int patch, int* pixelOffsets, int* winningPixels, T* output, T* gradient)
    {
        var byWindow = _byWindow.Pointer + (nint)window * (_channels + 1);
        var byChannel = _byChannel.Pointer;
        var weightOffsets = _weightOffsets.Pointer;
        var counts = _channelCounts.Pointer;
        var alive = 0;
        for (var channel = 0; channel < _channels; channel++)
        {
            var pixel = winningPixels[channel];
            var value = gradient[channel];
            // a comparison by order compiles to a flag, one by equality to branches (for NaN), which would be mispredicted
            var grows = output[channel] > T.Zero ? 1 : 0;
            var count = counts[channel];
            byChannel[count] = new Winner<T>(patch + pixelOffsets[pixel], value);
            counts[channel] = count + grows;
            byChannel += Windows + 1;
            byWindow[alive] = new Winner<T>(weightOffsets[pixel], value);
            weightOffsets += 4;
            alive += grows;
        }

        _windowCounts.Pointer[window] = alive;
    }
}
