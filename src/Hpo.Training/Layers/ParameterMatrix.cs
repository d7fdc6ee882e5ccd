using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The weights and biases of a layer: one row for each input of a unit and a last row for the biases, one column for each unit.
/// Rows are padded to whole vectors; the padding is zero and stays zero.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class ParameterMatrix<T>
    where T : unmanaged
{
    private readonly AlignedArray<T> _values;
    private readonly AlignedArray<T> _gradient;

    /// <summary>Makes zero parameters.</summary>
    /// <param name="inputs">The number of inputs of a unit (for a convolution: kernel height × width × input channels).</param>
    /// <param name="units">The number of units (output features or output channels).</param>
    /// <param name="lanes">The number of lanes of a vector.</param>
    /// <param name="fanOut">The number of outputs an input feeds (for a convolution: kernel height × width × output channels).</param>
    public ParameterMatrix(int inputs, int units, int lanes, int fanOut)
    {
        Inputs = inputs;
        Units = units;
        FanOut = fanOut;
        Pitch = AlignedArray.Pitch(units, lanes);
        Vectors = AlignedArray.RoundUp(units, lanes) / lanes;
        _values = new AlignedArray<T>((inputs + 1) * Pitch);
        _gradient = new AlignedArray<T>((inputs + 1) * Pitch);
    }

    /// <summary>The number of inputs of a unit; also the row of the biases.</summary>
    public int Inputs { get; }

    /// <summary>The number of units.</summary>
    public int Units { get; }

    /// <summary>The number of outputs that one input feeds; <see cref="Inputs"/> is the other fan.</summary>
    public int FanOut { get; }

    /// <summary>The distance between rows, in elements.</summary>
    public int Pitch { get; }

    /// <summary>The number of vectors that hold the units of a row.</summary>
    public int Vectors { get; }

    /// <summary>All rows, <see cref="Inputs"/> + 1 of them, with their padding.</summary>
    public Span<T> Values => _values.Span;

    /// <summary>The gradient of the loss with respect to <see cref="Values"/>, in the same layout.</summary>
    public Span<T> Gradient => _gradient.Span;

    /// <summary>The weights of one input, or with <see cref="Inputs"/> the biases, without padding.</summary>
    public Span<T> Row(int row) => Values.Slice(row * Pitch, Units);

    /// <summary>The gradient of a row, without padding.</summary>
    public Span<T> GradientRow(int row) => Gradient.Slice(row * Pitch, Units);

    internal T* ValuesAt(int row) => _values.Pointer + (nint)row * Pitch;

    internal T* GradientAt(int row) => _gradient.Pointer + (nint)row * Pitch;
}
