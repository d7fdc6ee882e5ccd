using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as everywhere in deep learning) of stride 1 with zero padding, with dense
/// gradients. See <see cref="MaxPooledConvolution{TLanes, T}"/> for the one to take before a max pooling.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Convolution<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged
{
    private readonly ConvolutionGeometry _geometry;
    private readonly ParameterMatrix<T> _parameters;
    private readonly SliceGradients<T> _sliceGradients;
    private readonly PaddedImages<T>? _paddedInput;
    private readonly PaddedImages<T>? _paddedGradient;
    private readonly AlignedArray<T> _zeros;

    // a row of output pixels with padded channels, and a row of patch gradients, one of each per slice
    private readonly ImageBatch<T> _outputRow;
    private readonly ImageBatch<T> _patchRows;

    // the weights with the roles of patch and output channel exchanged: kernel row, output channel, patch row
    private readonly AlignedArray<T> _transposed;
    private readonly int _transposedPitch;

    /// <summary>Makes a layer with zero weights and biases.</summary>
    /// <exception cref="ArgumentException">The kernel is larger than the padded image.</exception>
    public Convolution(ConvolutionGeometry geometry, LayerOptions options)
        : base(geometry.Input, geometry.Checked().Output, options)
    {
        _geometry = geometry;
        _parameters = geometry.NewParameters<T>(TLanes.Count);
        _sliceGradients = new SliceGradients<T>((geometry.PatchSize + 1) * _parameters.Pitch, options.Slices);
        _transposedPitch = AlignedArray.RoundUp(geometry.PatchRow, TLanes.Count);
        _transposed = new AlignedArray<T>(geometry.KernelSize * geometry.OutputChannels * _transposedPitch);
        _zeros = new AlignedArray<T>(Math.Max(_transposedPitch, _parameters.Pitch));
        _outputRow = new ImageBatch<T>(new ImageShape(1, geometry.Output.Width, _parameters.Pitch), options.Slices);
        _patchRows = new ImageBatch<T>(new ImageShape(1, geometry.Output.Width, _transposedPitch), options.Slices);
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
            ForwardImage((_paddedInput?.Batch ?? input)[image], Output[image], _outputRow[slice.Index]);
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        var sum = _sliceGradients.Clear(slice.Index);
        for (var image = slice.First; image < slice.End; image++)
        {
            AddParameterGradient((_paddedInput?.Batch ?? input)[image], outputGradient[image], sum);
            if (InputGradient is null)
                continue;
            if (_paddedGradient is null)
            {
                BackwardImage(outputGradient[image], InputGradient[image], _patchRows[slice.Index]);
                continue;
            }

            BackwardImage(outputGradient[image], _paddedGradient.Batch[slice.Index], _patchRows[slice.Index]);
            _paddedGradient.CopyOut(slice.Index, InputGradient.Image(image));
        }
    }

    /// <inheritdoc/>
    public override Range CompleteGradient(int part, ImageBatch<T> input, ImageBatch<T> outputGradient, int images)
    {
        var slices = BatchSlice.CountFor(images);
        for (var row = 0; row <= _parameters.Inputs; row++)
        {
            for (var column = 0; column < _parameters.Pitch; column += TLanes.Count)
                _sliceGradients.Sum<TLanes>(row * _parameters.Pitch + column, slices).Store(_parameters.GradientAt(row) + column);
            // beyond the last channel the sums hold what neighbouring pixels left there
            _parameters.Gradient.Slice(row * _parameters.Pitch + _parameters.Units, _parameters.Pitch - _parameters.Units).Clear();
        }

        return ..(_parameters.Inputs + 1);
    }

    /// <inheritdoc/>
    public override void ParametersChanged(Range rows)
    {
        for (var input = 0; input < _parameters.Inputs; input++)
        {
            var (kernelRow, lane) = Math.DivRem(input, _geometry.PatchRow);
            for (var channel = 0; channel < _geometry.OutputChannels; channel++)
                _transposed.Pointer[(kernelRow * _geometry.OutputChannels + channel) * _transposedPitch + lane] = _parameters.ValuesAt(input)[channel];
        }
    }

    private void ForwardImage(T* padded, T* output, T* rowBuffer)
    {
        var (height, width, channels) = _geometry.Output;
        for (var y = 0; y < height; y++)
        {
            MatrixProduct<TLanes, T>.Multiply(
                _geometry.Patches(padded, y), width, _parameters.ValuesAt(0), _parameters.Pitch,
                _parameters.ValuesAt(_parameters.Inputs), 0, rowBuffer, _parameters.Pitch, _parameters.Pitch / TLanes.Count);
            for (var x = 0; x < width; x++)
                Pixels<TLanes, T>.Copy(rowBuffer + (nint)x * _parameters.Pitch, output + ((nint)y * width + x) * channels, channels);
        }
    }

    private void AddParameterGradient(T* padded, T* gradient, T* sum)
    {
        var (height, width, channels) = _geometry.Output;
        var vectors = _parameters.Pitch / TLanes.Count;
        for (var kernelRow = 0; kernelRow < _geometry.KernelSize; kernelRow++)
        {
            // element (input, pixel) of the patches under all pixels, for the inputs of one kernel row
            var patches = new LeftOperand<T>(
                padded + (nint)kernelRow * _geometry.RowLength, 1, _geometry.Input.Channels, width, height, _geometry.RowLength);
            var rows = sum + (nint)kernelRow * _geometry.PatchRow * _parameters.Pitch;
            MatrixProduct<TLanes, T>.Multiply(
                patches, _geometry.PatchRow, gradient, channels, rows, _parameters.Pitch, rows, _parameters.Pitch, vectors);
        }

        var bias = sum + (nint)_parameters.Inputs * _parameters.Pitch;
        for (var column = 0; column < _parameters.Pitch; column += TLanes.Count)
        {
            var total = TLanes.Load(bias + column);
            for (var pixel = 0; pixel < height * width; pixel++)
                total += TLanes.Load(gradient + (nint)pixel * channels + column);
            total.Store(bias + column);
        }
    }

    /// <summary>
    /// For each row of the padded input, the gradients of the patch rows that lie on it, summed over kernel rows and channels by one
    /// matrix product, then added where the patches overlap.
    /// </summary>
    private void BackwardImage(T* gradient, T* paddedInputGradient, T* patchRows)
    {
        var (height, width, channels) = _geometry.Output;
        for (var row = 0; row < _geometry.PaddedInput.Height; row++)
        {
            var firstKernelRow = Math.Max(0, row - height + 1);
            var kernelRows = Math.Min(_geometry.KernelSize - 1, row) - firstKernelRow + 1;
            var gradients = new LeftOperand<T>(
                gradient + (nint)(row - firstKernelRow) * width * channels, channels, 1, channels, kernelRows, -(nint)width * channels);
            MatrixProduct<TLanes, T>.Multiply(
                gradients, width, _transposed.Pointer + (nint)firstKernelRow * channels * _transposedPitch, _transposedPitch,
                _zeros.Pointer, 0, patchRows, _transposedPitch, _transposedPitch / TLanes.Count);
            AddOverlapping(patchRows, paddedInputGradient + (nint)row * _geometry.RowLength);
        }
    }

    private void AddOverlapping(T* patchRows, T* destination)
    {
        new Span<T>(destination, _geometry.RowLength).Clear();
        for (var x = 0; x < _geometry.Output.Width; x++)
        {
            var source = patchRows + (nint)x * _transposedPitch;
            var target = destination + (nint)x * _geometry.Input.Channels;
            for (var column = 0; column < _transposedPitch; column += TLanes.Count)
                (TLanes.Load(target + column) + TLanes.Load(source + column)).Store(target + column);
        }
    }
}
