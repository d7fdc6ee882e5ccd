using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// Dot products of one or two rows with four others, the one operation that a Cholesky factorisation, triangular solves and the product of
/// a matrix with its transpose are made of here. Every dot product is summed up in the same order in whatever tile it is computed, four lanes
/// wide with fused multiply-adds on every machine, so that results depend neither on blocking nor on the processor.
/// </summary>
internal static class DotTile
{
    /// <summary>The dot products of one row with four.</summary>
    /// <param name="a">The row.</param>
    /// <param name="b">The first of the four rows.</param>
    /// <param name="stride">The distance from one of the four rows to the next.</param>
    /// <param name="from">Where the rows start.</param>
    /// <param name="to">Where they end; a multiple of 4 behind the start.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OneByFour(ref double a, ref double b, nuint stride, nuint from, nuint to)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        ref var b1 = ref Unsafe.Add(ref b, stride);
        ref var b2 = ref Unsafe.Add(ref b1, stride);
        ref var b3 = ref Unsafe.Add(ref b2, stride);
        for (var k = from; k < to; k += 4)
        {
            var x = Vector256.LoadUnsafe(ref a, k);
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, k), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b1, k), s1);
            s2 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b2, k), s2);
            s3 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b3, k), s3);
        }

        return Vector256.Create(Sum(s0), Sum(s1), Sum(s2), Sum(s3));
    }

    /// <summary>The dot products of two rows with four.</summary>
    /// <returns>Those of the first row; <paramref name="second"/> has those of the other.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> TwoByFour(
        ref double a, ref double a1, ref double b, nuint stride, nuint from, nuint to, out Vector256<double> second)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        Vector256<double> t0 = default, t1 = default, t2 = default, t3 = default;
        ref var b1 = ref Unsafe.Add(ref b, stride);
        ref var b2 = ref Unsafe.Add(ref b1, stride);
        ref var b3 = ref Unsafe.Add(ref b2, stride);
        for (var k = from; k < to; k += 4)
        {
            var x = Vector256.LoadUnsafe(ref a, k);
            var y = Vector256.LoadUnsafe(ref a1, k);
            var z = Vector256.LoadUnsafe(ref b, k);
            s0 = Vector256.FusedMultiplyAdd(x, z, s0);
            t0 = Vector256.FusedMultiplyAdd(y, z, t0);
            z = Vector256.LoadUnsafe(ref b1, k);
            s1 = Vector256.FusedMultiplyAdd(x, z, s1);
            t1 = Vector256.FusedMultiplyAdd(y, z, t1);
            z = Vector256.LoadUnsafe(ref b2, k);
            s2 = Vector256.FusedMultiplyAdd(x, z, s2);
            t2 = Vector256.FusedMultiplyAdd(y, z, t2);
            z = Vector256.LoadUnsafe(ref b3, k);
            s3 = Vector256.FusedMultiplyAdd(x, z, s3);
            t3 = Vector256.FusedMultiplyAdd(y, z, t3);
        }

        second = Vector256.Create(Sum(t0), Sum(t1), Sum(t2), Sum(t3));
        return Vector256.Create(Sum(s0), Sum(s1), Sum(s2), Sum(s3));
    }

    /// <summary>The dot product of two rows of any length.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = Vector256<double>.Zero;
        var k = 0;
        for (; k + 4 <= a.Length; k += 4)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(a[k..]), Vector256.Create(b[k..]), sum);
        var total = Sum(sum);
        for (; k < a.Length; k++)
            total = Math.FusedMultiplyAdd(a[k], b[k], total);
        return total;
    }

    /// <summary>The sum of four lanes, in an order of its own: the library's may differ between processors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector256<double> lanes)
    {
        var halves = lanes.GetLower() + lanes.GetUpper();
        return halves[0] + halves[1];
    }
}
