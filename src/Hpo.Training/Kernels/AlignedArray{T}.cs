using System.Runtime.CompilerServices;

namespace Hpo.Training.Kernels;

/// <summary>
/// Numbers at a fixed address that starts a cache line, with room for one vector beyond the last of them, so that kernels may
/// read and write whole vectors at the end. The garbage collector owns the memory and never moves it.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class AlignedArray<T>
    where T : unmanaged
{
    // keeps the memory alive; Pointer is an address inside it
    private readonly T[] _storage;
    private readonly int _offset;

    /// <summary>Makes an array of zeros.</summary>
    /// <param name="length">The number of elements.</param>
    public AlignedArray(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var lineLength = AlignedArray.Alignment / sizeof(T);
        _storage = GC.AllocateArray<T>(length + AlignedArray.MaxLanes + lineLength, pinned: true);
        var start = (T*)Unsafe.AsPointer(ref _storage[0]);
        var misalignment = (int)((nuint)start % AlignedArray.Alignment) / sizeof(T);
        _offset = misalignment == 0 ? 0 : lineLength - misalignment;
        Pointer = start + _offset;
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The address of the first element; valid as long as this object is referenced.</summary>
    public T* Pointer { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span => _storage.AsSpan(_offset, Length);
}
