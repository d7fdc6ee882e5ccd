using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hpo.Training.Kernels;

/// <summary>
/// Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, 2011): random numbers as a function of a key and a counter. Nothing is
/// remembered between two calls, so that any thread can compute any part of a sequence, and it needs only what every vector unit has.
/// </summary>
internal readonly struct Threefry
{
    private const uint Parity = 0x1BD11BDA;

    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _key2;

    public Threefry(ulong key)
    {
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _key2 = Parity ^ _key0 ^ _key1;
    }

    /// <summary>Eight counters at once: their two words in, two random words for each out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<uint> First, Vector256<uint> Second) Draw(Vector256<uint> first, Vector256<uint> second)
    {
        first += Vector256.Create(_key0);
        second += Vector256.Create(_key1);
        Round(ref first, ref second, 13);
        Round(ref first, ref second, 15);
        Round(ref first, ref second, 26);
        Round(ref first, ref second, 6);
        first += Vector256.Create(_key1);
        second += Vector256.Create(_key2 + 1);
        Round(ref first, ref second, 17);
        Round(ref first, ref second, 29);
        Round(ref first, ref second, 16);
        Round(ref first, ref second, 24);
        first += Vector256.Create(_key2);
        second += Vector256.Create(_key0 + 2);
        Round(ref first, ref second, 13);
        Round(ref first, ref second, 15);
        Round(ref first, ref second, 26);
        Round(ref first, ref second, 6);
        first += Vector256.Create(_key0);
        second += Vector256.Create(_key1 + 3);
        Round(ref first, ref second, 17);
        return (first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref Vector256<uint> first, ref Vector256<uint> second, [ConstantExpected] byte rotation)
    {
        first += second;
        var rotated = Avx512F.VL.IsSupported
            ? Avx512F.VL.RotateLeft(second, rotation)
            : (second << rotation) | (second >>> (32 - rotation));
        second = rotated ^ first;
    }
}
