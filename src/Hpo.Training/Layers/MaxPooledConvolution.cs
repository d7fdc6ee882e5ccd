using System.Numerics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// A convolution of stride 1 with zero padding, a ReLU and a 2×2 max pooling in one: the same function as the three layers one after
/// the other. Only one pixel of four carries a gradient back through the pooling, and none where the ReLU is closed, so the backward
/// pass works on the list of winners: it needs less than a quarter of the multiplications of dense gradients.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class MaxPooledConvolution<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionGeometry _geometry;
    private readonly ImageShape _pooled;
    private readonly ParameterMatrix<T> _parameters;
    private readonly PaddedImages<T>? _paddedInput;
    private readonly PaddedImages<T>? _paddedGradient;

    // two rows of output pixels before pooling, with padded channels, for each slice
    private readonly ImageBatch<T> _rowPair;

    // which of the four pixels of a window won: 0 and 1 in the upper row, 2 and 3 in the lower
    private readonly ImageBatch<int> _winners;
    private readonly Winners<T>[] _lists;
    private readonly PatchGradient<TLanes, T> _patchGradient;
    private readonly SliceGradients<T> _sliceGradients;
    private readonly WindowGradient<TLanes, T>? _windowGradient;

    /// <summary>Makes a layer with zero weights and biases.</summary>
    /// <exception cref="ArgumentException">The kernel is larger than the padded image, or the output has an odd height or width.</exception>
    public MaxPooledConvolution(ConvolutionGeometry geometry, LayerOptions options)
        : base(geometry.Input, Pool(geometry.Checked()), options)
    {
        _geometry = geometry;
        _pooled = Output.Shape;
        _parameters = geometry.NewParameters<T>(TLanes.Count);
        _rowPair = new ImageBatch<T>(new ImageShape(2, geometry.Output.Width, _parameters.Pitch), options.Slices);
        _winners = new ImageBatch<int>(_pooled, options.Capacity);
        _lists = [.. Enumerable.Range(0, options.Slices).Select(_ => new Winners<T>(geometry, _pooled, TLanes.Count))];
        _patchGradient = new PatchGradient<TLanes, T>(geometry);
        _sliceGradients = new SliceGradients<T>(_patchGradient.Length, options.Slices);
        if (options.NeedsInputGradient)
            _windowGradient = new WindowGradient<TLanes, T>(geometry, _pooled);
        if (geometry.Padding == 0)
            return;
        _paddedInput = new PaddedImages<T>(geometry.Input, geometry.Padding, options.Capacity);
        if (options.NeedsInputGradient)
            _paddedGradient = new PaddedImages<T>(geometry.Input, geometry.Padding, options.Slices);
    }

    /// <inheritdoc/>
    public override ParameterMatrix<T> Parameters => _parameters;

    /// <inheritdoc/>
    public override int GradientParts => 1;

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        for (var image = slice.First; image < slice.End; image++)
        {
            _paddedInput?.CopyIn(input.Image(image), image);
            ForwardImage((_paddedInput?.Batch ?? input)[image], image, _rowPair[slice.Index]);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        var sum = _sliceGradients.Clear(slice.Index);
        var winners = _lists[slice.Index];
        for (var image = slice.First; image < slice.End; image++)
        {
            winners.Collect(_winners[image], Output[image], outputGradient[image], listWindows: InputGradient is not null);
            _patchGradient.Add((_paddedInput?.Batch ?? input)[image], winners, sum);
            _patchGradient.AddBias(Output[image], outputGradient[image], winners.Windows, sum);
            BackwardImage(winners, image, slice.Index);
        }
    }

    /// <inheritdoc/>
    public override Range CompleteGradient(int part, ImageBatch<T> input, ImageBatch<T> outputGradient, int images)
    {
        _patchGradient.Complete(_sliceGradients, BatchSlice.CountFor(images), _parameters);
        return ..(_parameters.Inputs + 1);
    }

    /// <inheritdoc/>
    public override void ParametersChanged(Range rows) => _windowGradient?.ShiftWeights(_parameters);

    private static ImageShape Pool(ConvolutionGeometry geometry)
    {
        var (height, width, channels) = geometry.Output;
        if (height % 2 != 0 || width % 2 != 0)
            throw new ArgumentException($"A 2×2 pooling needs an even height and width, not {height}×{width}.", nameof(geometry));
        return new ImageShape(height / 2, width / 2, channels);
    }

    private void ForwardImage(T* padded, int image, T* rowPair)
    {
        var width = _geometry.Output.Width;
        var row = (nint)width * _parameters.Pitch;
        for (var y = 0; y < _pooled.Height; y++)
        {
            for (var half = 0; half < 2; half++)
            {
                MatrixProduct<TLanes, T>.Multiply(
                    _geometry.Patches(padded, 2 * y + half), width, _parameters.ValuesAt(0), _parameters.Pitch,
                    _parameters.ValuesAt(_parameters.Inputs), 0, rowPair + half * row, _parameters.Pitch, _parameters.Pitch / TLanes.Count);
            }

            var start = (nint)y * _pooled.Width * _pooled.Channels;
            PoolRow(rowPair, rowPair + row, Output[image] + start, _winners[image] + start);
        }
    }

    /// <summary>
    /// The largest of four pixels and of zero, and which pixel it was (the first of equals). Whole vectors are written in ascending
    /// order; what goes beyond the last channel is overwritten by the next pixel.
    /// </summary>
    private void PoolRow(T* upper, T* lower, T* output, int* winners)
    {
        TLanes zero = TLanes.Broadcast(T.Zero), one = TLanes.Broadcast(T.One);
        TLanes two = TLanes.Broadcast(T.CreateChecked(2)), three = TLanes.Broadcast(T.CreateChecked(3));
        nint pixel = _parameters.Pitch;
        for (var x = 0; x < _pooled.Width; x++)
        {
            for (var channel = 0; channel < _pooled.Channels; channel += TLanes.Count)
            {
                var best = TLanes.Load(upper + channel);
                var right = TLanes.Load(upper + pixel + channel);
                var winner = TLanes.SelectGreater(right, best, one, zero);
                best = TLanes.SelectGreater(right, best, right, best);
                var left = TLanes.Load(lower + channel);
                winner = TLanes.SelectGreater(left, best, two, winner);
                best = TLanes.SelectGreater(left, best, left, best);
                right = TLanes.Load(lower + pixel + channel);
                winner = TLanes.SelectGreater(right, best, three, winner);
                best = TLanes.SelectGreater(right, best, right, best);
                // written so that NaN passes: the error of a diverged training must not look like a number
                TLanes.SelectGreater(zero, best, zero, best).Store(output + channel);
                winner.StoreAsIntegers(winners + channel);
            }

            upper += 2 * pixel;
            lower += 2 * pixel;
            output += _pooled.Channels;
            winners += _pooled.Channels;
        }
    }

    private void BackwardImage(Winners<T> winners, int image, int slice)
    {
        if (InputGradient is null || _windowGradient is null)
            return;
        if (_paddedGradient is null)
        {
            _windowGradient.Compute(winners, InputGradient.Image(image), InputGradient[image]);
            return;
        }

        _windowGradient.Compute(winners, _paddedGradient.Batch.Image(slice), _paddedGradient.Batch[slice]);
        _paddedGradient.CopyOut(slice, InputGradient.Image(image));
    }
}
