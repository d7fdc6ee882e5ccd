using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Hpo.Bench;

/// <summary>The highest rate of single-precision multiply-adds that a loop without memory accesses reaches on one core.</summary>
internal static class PeakBench
{
    private const int Steps = 4_000_000;
    private const int Chains = 10;
    private const int Rounds = 25;

    /// <summary>Prints the peak of one core in GFLOP/s, as JSON.</summary>
    public static int Run()
    {
        Console.WriteLine(JsonSerializer.Serialize(new { gflops = Measure() }));
        return 0;
    }

    /// <summary>The best of several rounds, in GFLOP/s; a multiply-add counts as two.</summary>
    public static double Measure()
    {
        var lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var sum = Vector512.IsHardwareAccelerated ? Chains512() : Chains256();
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            if (float.IsNaN(sum))
                throw new InvalidOperationException("The chains of multiply-adds converge to 1; they gave NaN.");
        }

        return 2.0 * lanes * Chains * Steps / best / 1e9;
    }

    private static float Chains256()
    {
        Vector256<float> factor = Vector256.Create(0.999f), addend = Vector256.Create(0.001f);
        Vector256<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector256.MultiplyAddEstimate(a, factor, addend);
            b = Vector256.MultiplyAddEstimate(b, factor, addend);
            c = Vector256.MultiplyAddEstimate(c, factor, addend);
            d = Vector256.MultiplyAddEstimate(d, factor, addend);
            e = Vector256.MultiplyAddEstimate(e, factor, addend);
            f = Vector256.MultiplyAddEstimate(f, factor, addend);
            g = Vector256.MultiplyAddEstimate(g, factor, addend);
            h = Vector256.MultiplyAddEstimate(h, factor, addend);
            i = Vector256.MultiplyAddEstimate(i, factor, addend);
            j = Vector256.MultiplyAddEstimate(j, factor, addend);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j);
    }

    private static float Chains512()
    {
        Vector512<float> factor = Vector512.Create(0.999f), addend = Vector512.Create(0.001f);
        Vector512<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor;
        for (var step = 0; step < Steps; step++)
        {
            a = Vector512.MultiplyAddEstimate(a, factor, addend);
            b = Vector512.MultiplyAddEstimate(b, factor, addend);
            c = Vector512.MultiplyAddEstimate(c, factor, addend);
            d = Vector512.MultiplyAddEstimate(d, factor, addend);
            e = Vector512.MultiplyAddEstimate(e, factor, addend);
            f = Vector512.MultiplyAddEstimate(f, factor, addend);
            g = Vector512.MultiplyAddEstimate(g, factor, addend);
            h = Vector512.MultiplyAddEstimate(h, factor, addend);
            i = Vector512.MultiplyAddEstimate(i, factor, addend);
            j = Vector512.MultiplyAddEstimate(j, factor, addend);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j);
    }
}
