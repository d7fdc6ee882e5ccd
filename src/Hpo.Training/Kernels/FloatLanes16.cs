using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Training.Kernels;

/// <summary>Sixteen floats in a 512-bit register: AVX-512.</summary>
public readonly unsafe struct FloatLanes16 : ILanes<FloatLanes16, float>
{
    private readonly Vector512<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FloatLanes16(Vector512<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Load(float* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 LoadShares(uint* source) =>
        new(Vector512.ConvertToSingle((Vector512.Load(source) >>> 8).AsInt32()) * (1f / (1 << 24)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Broadcast(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 MultiplyAdd(FloatLanes16 a, FloatLanes16 b, FloatLanes16 addend) =>
        new(Vector512.MultiplyAddEstimate(a._value, b._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 SelectGreater(FloatLanes16 a, FloatLanes16 b, FloatLanes16 whenGreater, FloatLanes16 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(a._value, b._value), whenGreater._value, otherwise._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeroLanes(FloatLanes16 value) =>
        (uint)Vector512.ExtractMostSignificantBits(~Vector512.Equals(value._value, Vector512<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Sigmoid(FloatLanes16 x) => new(FastSigmoid.Of(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 operator +(FloatLanes16 a, FloatLanes16 b) => new(a._value + b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 operator -(FloatLanes16 a, FloatLanes16 b) => new(a._value - b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 operator *(FloatLanes16 a, FloatLanes16 b) => new(a._value * b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination) => _value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreAsIntegers(int* destination) => Vector512.ConvertToInt32Native(_value).Store(destination);
}
