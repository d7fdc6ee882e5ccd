using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Training.Kernels;

/// <summary>Eight floats in a 256-bit register: AVX2 with FMA.</summary>
public readonly unsafe struct FloatLanes8 : ILanes<FloatLanes8, float>
{
    private readonly Vector256<float> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FloatLanes8(Vector256<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Load(float* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 LoadShares(uint* source) =>
        new(Vector256.ConvertToSingle((Vector256.Load(source) >>> 8).AsInt32()) * (1f / (1 << 24)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Broadcast(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 MultiplyAdd(FloatLanes8 a, FloatLanes8 b, FloatLanes8 addend) =>
        new(Vector256.MultiplyAddEstimate(a._value, b._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 SelectGreater(FloatLanes8 a, FloatLanes8 b, FloatLanes8 whenGreater, FloatLanes8 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(a._value, b._value), whenGreater._value, otherwise._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeroLanes(FloatLanes8 value) =>
        Vector256.ExtractMostSignificantBits(~Vector256.Equals(value._value, Vector256<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Sigmoid(FloatLanes8 x) => new(FastSigmoid.Of(x._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 operator +(FloatLanes8 a, FloatLanes8 b) => new(a._value + b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 operator -(FloatLanes8 a, FloatLanes8 b) => new(a._value - b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 operator *(FloatLanes8 a, FloatLanes8 b) => new(a._value * b._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination) => _value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreAsIntegers(int* destination) => Vector256.ConvertToInt32Native(_value).Store(destination);
}
