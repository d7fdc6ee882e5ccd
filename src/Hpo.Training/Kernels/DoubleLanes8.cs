using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Training.Kernels;

/// <summary>
/// Eight doubles: the kernels in double precision, in which a gradient can be compared with finite differences to nine digits.
/// Meant for checking; the runtime splits the vector where the machine has no 512-bit registers.
/// </summary>
public readonly unsafe struct DoubleLanes8 : ILanes<DoubleLanes8, double>
{
    private readonly Vector512<double> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DoubleLanes8(Vector512<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Load(double* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 LoadShares(uint* source) =>
        new(Vector512.ConvertToDouble(Vector512.WidenLower((Vector256.Load(source) >>> 8).ToVector512()).AsInt64()) * (1.0 / (1 << 24)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Broadcast(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 MultiplyAdd(DoubleLanes8 a, DoubleLanes8 b, DoubleLanes8 addend) =>
        new(Vector512.MultiplyAddEstimate(a._value, b._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 SelectGreater(DoubleLanes8 a, DoubleLanes8 b, DoubleLanes8 whenGreater, DoubleLanes8 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(a._value, b._value), whenGreater._value, otherwise._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeroLanes(DoubleLanes8 value) =>
        (uint)Vector512.ExtractMostSignificantBits(~Vector512.Equals(value._value, Vector512<double>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 Sigmoid(DoubleLanes8 x) =>
        new(Vector512<double>.One / (Vector512<double>.One + Vector512.Exp(-x._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator +(DoubleLanes8 a, DoubleLanes8 b) => new(a._value + b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator -(DoubleLanes8 a, DoubleLanes8 b) => new(a._value - b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes8 operator *(DoubleLanes8 a, DoubleLanes8 b) => new(a._value * b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(double* destination) => _value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreAsIntegers(int* destination)
    {
        for (var lane = 0; lane < Count; lane++)
            destination[lane] = (int)_value.GetElement(lane);
    }
}
