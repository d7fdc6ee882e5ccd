namespace Hpo.Training.Kernels;

/// <summary>
/// A vector of numbers on which the kernels compute. Every kernel is written once against this interface and compiled by the
/// runtime for each implementation: <see cref="FloatLanes16"/> (AVX-512), <see cref="FloatLanes8"/> (AVX2 with FMA),
/// <see cref="PortableFloatLanes8"/> (any machine), and <see cref="DoubleLanes8"/>, with which the tests run the very same
/// kernels in double precision and compare their gradients with finite differences.
/// </summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
/// <typeparam name="T">The number in a lane.</typeparam>
public unsafe interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of lanes: a power of two, at most <see cref="AlignedArray.MaxLanes"/>.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> numbers; the address needs no alignment.</summary>
    static abstract TSelf Load(T* source);

    /// <summary>Turns <see cref="Count"/> random words into numbers of [0, 1), each from the upper 24 bits of a word.</summary>
    static abstract TSelf LoadShares(uint* source);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>a·b + addend, rounded once where the machine has fused multiply-add.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf addend);

    /// <summary>Lane by lane: <paramref name="whenGreater"/> where a &gt; b, else (also when a or b is NaN) <paramref name="otherwise"/>.</summary>
    static abstract TSelf SelectGreater(TSelf a, TSelf b, TSelf whenGreater, TSelf otherwise);

    /// <summary>One bit for each lane that is not zero, the first lane's the lowest.</summary>
    static abstract uint NonZeroLanes(TSelf value);

    /// <summary>The logistic function 1 / (1 + e^−x), lane by lane.</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>Lane-wise sum.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>Lane-wise difference.</summary>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>Lane-wise product.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>Writes <see cref="Count"/> numbers; the address needs no alignment.</summary>
    void Store(T* destination);

    /// <summary>Writes the lanes, which hold small whole numbers, as integers.</summary>
    void StoreAsIntegers(int* destination);
}
