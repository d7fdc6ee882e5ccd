using System.Numerics;
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
    /// <param name="listWindows">Whether the lists of windows are wanted, besides those of channels.</param>
    public void Collect(int* winningPixels, T* output, T* gradient, bool listWindows)
    {
        for (var channel = 0; channel < _channels; channel++)
            _channelCounts.Pointer[channel] = CollectChannel(channel, winningPixels + channel, output + channel, gradient + channel);
        if (!listWindows)
            return;
        for (var window = 0; window < Windows; window++)
        {
            var start = (nint)window * _channels;
            _windowCounts.Pointer[window] = CollectWindow(window, winningPixels + start, output + start, gradient + start);
        }
    }

    // In both loops every entry is written, and the list grows only if the ReLU is open: a branch would be mispredicted half of
    // the time. A comparison by order compiles to a flag; one by equality would compile to branches, because of NaN.
    private int CollectChannel(int channel, int* winningPixels, T* output, T* gradient)
    {
        var pixelOffsets = stackalloc nint[4] { 0, _pixelLength, _rowLength, _rowLength + _pixelLength };
        nint channels = _channels, windowStep = 2 * _pixelLength;
        var first = _byChannel.Pointer + (nint)channel * (Windows + 1);
        var next = first;
        for (var y = 0; y < _pooled.Height; y++)
        {
            var patch = (nint)2 * y * _rowLength;
            for (var end = patch + _pooled.Width * windowStep; patch != end; patch += windowStep)
            {
                *next = new Winner<T>(patch + pixelOffsets[*winningPixels], *gradient);
                next += *output > T.Zero ? 1 : 0;
                winningPixels += channels;
                output += channels;
                gradient += channels;
            }
        }

        return (int)(next - first);
    }

    private int CollectWindow(int window, int* winningPixels, T* output, T* gradient)
    {
        var first = _byWindow.Pointer + (nint)window * (_channels + 1);
        var next = first;
        var weightOffsets = _weightOffsets.Pointer;
        for (var end = output + _channels; output != end; output++)
        {
            *next = new Winner<T>(weightOffsets[*winningPixels++], *gradient++);
            next += *output > T.Zero ? 1 : 0;
            weightOffsets += 4;
        }

        return (int)(next - first);
    }
}
