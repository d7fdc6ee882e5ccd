using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Training.Kernels;

/// <summary>
/// Eight floats as two 128-bit halves, for machines without AVX2: NEON and SSE registers where there are any,
/// plain loops of the runtime elsewhere.
/// </summary>
public readonly unsafe struct PortableFloatLanes8 : ILanes<PortableFloatLanes8, float>
{
    private readonly Vector128<float> _lower;
    private readonly Vector128<float> _upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PortableFloatLanes8(Vector128<float> lower, Vector128<float> upper)
    {
        _lower = lower;
        _upper = upper;
    }

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 Load(float* source) => new(Vector128.Load(source), Vector128.Load(source + 4));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 LoadShares(uint* source) =>
        new(Shares(source), Shares(source + 4));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 Broadcast(float value)
    {
        var half = Vector128.Create(value);
        return new(half, half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 MultiplyAdd(PortableFloatLanes8 a, PortableFloatLanes8 b, PortableFloatLanes8 addend) =>
        new(
            Vector128.MultiplyAddEstimate(a._lower, b._lower, addend._lower),
            Vector128.MultiplyAddEstimate(a._upper, b._upper, addend._upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 SelectGreater(
        PortableFloatLanes8 a, PortableFloatLanes8 b, PortableFloatLanes8 whenGreater, PortableFloatLanes8 otherwise) =>
        new(
            Vector128.ConditionalSelect(Vector128.GreaterThan(a._lower, b._lower), whenGreater._lower, otherwise._lower),
            Vector128.ConditionalSelect(Vector128.GreaterThan(a._upper, b._upper), whenGreater._upper, otherwise._upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeroLanes(PortableFloatLanes8 value) =>
        NonZeroLanes(value._lower) | (NonZeroLanes(value._upper) << 4);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 Sigmoid(PortableFloatLanes8 x) => new(FastSigmoid.Of(x._lower), FastSigmoid.Of(x._upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 operator +(PortableFloatLanes8 a, PortableFloatLanes8 b) =>
        new(a._lower + b._lower, a._upper + b._upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 operator -(PortableFloatLanes8 a, PortableFloatLanes8 b) =>
        new(a._lower - b._lower, a._upper - b._upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableFloatLanes8 operator *(PortableFloatLanes8 a, PortableFloatLanes8 b) =>
        new(a._lower * b._lower, a._upper * b._upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination)
    {
        _lower.Store(destination);
        _upper.Store(destination + 4);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreAsIntegers(int* destination)
    {
        Vector128.ConvertToInt32Native(_lower).Store(destination);
        Vector128.ConvertToInt32Native(_upper).Store(destination + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Shares(uint* source) =>
        Vector128.ConvertToSingle((Vector128.Load(source) >>> 8).AsInt32()) * (1f / (1 << 24));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NonZeroLanes(Vector128<float> half) =>
        Vector128.ExtractMostSignificantBits(~Vector128.Equals(half, Vector128<float>.Zero));
}
