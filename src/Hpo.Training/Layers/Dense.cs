using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// A fully connected layer: y = x·W + b. An input image is taken as a vector, in the order in which it is stored.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Dense<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged
{
    // rows of the gradient that are computed together: a multiple of the register tile, small enough to share out among threads
    private const int RowsPerPart = 40;

    private readonly ParameterMatrix<T> _parameters;
    private readonly AlignedArray<T> _zeros;

    // W transposed, for the gradient with respect to the input
    private readonly AlignedArray<T>? _transposed;
    private readonly int _transposedPitch;

    private readonly bool _skipsZeros;

    /// <summary>Makes a layer with zero weights and biases.</summary>
    /// <param name="input">The shape of an input image.</param>
    /// <param name="units">The number of outputs.</param>
    /// <param name="options">The batch size to make room for, and whether the gradient with respect to the input is wanted.</param>
    /// <param name="skipsZeros">
    /// Whether much of the input and of the output's gradient is zero, so that it pays to leave the zeros out.
    /// </param>
    public Dense(ImageShape input, int units, LayerOptions options, bool skipsZeros = false)
        : base(input, ImageShape.Vector(units), options)
    {
        _parameters = new ParameterMatrix<T>(input.Size, units, TLanes.Count, units);
        _transposedPitch = AlignedArray.Pitch(input.Size, TLanes.Count);
        _zeros = new AlignedArray<T>(Math.Max(_transposedPitch, _parameters.Pitch));
        _skipsZeros = skipsZeros;
        _transposed = options.NeedsInputGradient ? new AlignedArray<T>(units * _transposedPitch) : null;
    }

    /// <inheritdoc/>
    public override ParameterMatrix<T> Parameters => _parameters;

    /// <inheritdoc/>
    public override int GradientParts => (_parameters.Inputs + RowsPerPart - 1) / RowsPerPart;

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        var images = new LeftOperand<T>(input[slice.First], input.Pitch, 1, _parameters.Inputs);
        var bias = _parameters.ValuesAt(_parameters.Inputs);
        Multiply(
            images, slice.Count, _parameters.ValuesAt(0), _parameters.Pitch, bias, 0,
            Output[slice.First], Output.Pitch, _parameters.Vectors);
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null || _transposed is null)
            return;
        var gradients = new LeftOperand<T>(outputGradient[slice.First], outputGradient.Pitch, 1, _parameters.Units);
        Multiply(
            gradients, slice.Count, _transposed.Pointer, _transposedPitch, _zeros.Pointer, 0,
            InputGradient[slice.First], InputGradient.Pitch, AlignedArray.RoundUp(_parameters.Inputs, TLanes.Count) / TLanes.Count);
    }

    /// <inheritdoc/>
    public override Range CompleteGradient(int part, ImageBatch<T> input, ImageBatch<T> outputGradient, int images)
    {
        var first = part * RowsPerPart;
        var end = Math.Min(first + RowsPerPart, _parameters.Inputs);
        var transposedInput = new LeftOperand<T>(input[0] + first, 1, input.Pitch, images);
        Multiply(
            transposedInput, end - first, outputGradient[0], outputGradient.Pitch, _zeros.Pointer, 0,
            _parameters.GradientAt(first), _parameters.Pitch, _parameters.Vectors);
        if (end < _parameters.Inputs)
            return first..end;
        SumBiasGradient(outputGradient, images);
        return first..(end + 1);
    }

    /// <inheritdoc/>
    public override void ParametersChanged(Range rows)
    {
        if (_transposed is null)
            return;
        var (first, count) = rows.GetOffsetAndLength(_parameters.Inputs + 1);
        var end = Math.Min(first + count, _parameters.Inputs);
        Transposition.Copy(
            _parameters.ValuesAt(first), _parameters.Pitch, end - first, _parameters.Units, _transposed.Pointer + first, _transposedPitch);
    }

    private void Multiply(
        in LeftOperand<T> a, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow, int vectors)
    {
        if (_skipsZeros)
            SkippingProduct<TLanes, T>.Multiply(a, rows, b, bRow, initial, initialRow, c, cRow, vectors);
        else
            MatrixProduct<TLanes, T>.Multiply(a, rows, b, bRow, initial, initialRow, c, cRow, vectors);
    }

    private void SumBiasGradient(ImageBatch<T> outputGradient, int images)
    {
        for (var column = 0; column < _parameters.Units; column += TLanes.Count)
        {
            var sum = TLanes.Load(_zeros.Pointer);
            for (var image = 0; image < images; image++)
                sum += TLanes.Load(outputGradient[image] + column);
            sum.Store(_parameters.GradientAt(_parameters.Inputs) + column);
        }
    }
}
