using System.Collections.Immutable;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// The arithmetic of rungs and brackets, all of it in integers: a logarithm in floating point says that log₁₀1000 is 2.9999999999999996, and
/// a bracket is lost.
/// </summary>
internal static class RungRules
{
    /// <summary>⌊log_η(larger / smaller)⌋: how often the smaller number can be multiplied by η without exceeding the larger.</summary>
    /// <param name="smaller">At least 1.</param>
    /// <param name="larger">At least the smaller.</param>
    /// <param name="reductionFactor">η, at least 2.</param>
    public static int FloorLog(int smaller, int larger, int reductionFactor)
    {
        var power = 0;
        for (long product = (long)smaller * reductionFactor; product <= larger; product *= reductionFactor)
            power++;
        return power;
    }

    /// <summary>The ladder r_min·η^k below r_max, and r_max.</summary>
    public static ImmutableArray<int> Ladder(int minEpochs, int maxEpochs, int reductionFactor)
    {
        var rungs = ImmutableArray.CreateBuilder<int>();
        for (long rung = minEpochs; rung < maxEpochs; rung *= reductionFactor)
            rungs.Add((int)rung);
        rungs.Add(maxEpochs);
        return rungs.ToImmutable();
    }

    /// <summary>
    /// The ladder of Hyperband's bracket s: ⌊R·η^(k−s)⌋ for k = 0…s. It ends at R itself, so that all brackets of a study share their rungs.
    /// </summary>
    public static ImmutableArray<int> BracketLadder(int maxEpochs, int reductionFactor, int bracket)
    {
        var rungs = new int[bracket + 1];
        // ⌊⌊R/η⌋/η⌋ is ⌊R/η²⌋
        for (var (k, rung) = (bracket, maxEpochs); k >= 0; k--, rung /= reductionFactor)
            rungs[k] = rung;
        return [.. rungs];
    }

    /// <summary>The ladder of equal steps: interval, 2·interval, … below the full number of epochs, and that number.</summary>
    public static ImmutableArray<int> EveryInterval(int interval, int maxEpochs)
    {
        var rungs = ImmutableArray.CreateBuilder<int>();
        for (long rung = interval; rung < maxEpochs; rung += interval)
            rungs.Add((int)rung);
        rungs.Add(maxEpochs);
        return rungs.ToImmutable();
    }

    /// <summary>How many trials Hyperband's bracket s starts: ⌈(s_max+1)·η^s/(s+1)⌉.</summary>
    public static int BracketSize(int largestBracket, int reductionFactor, int bracket) =>
        Saturate(((((long)largestBracket + 1) * Power(reductionFactor, bracket)) + bracket) / (bracket + 1));

    /// <summary>How many trials a round of successive halving starts: prefactor·η^K, where K is the number of rungs after the first.</summary>
    public static int RoundSize(int prefactor, int reductionFactor, int rungsAfterFirst) =>
        Saturate(prefactor * Power(reductionFactor, rungsAfterFirst));

    /// <summary>η^k; a power of η up to a number of epochs fits with room to spare.</summary>
    private static long Power(int reductionFactor, int exponent)
    {
        var power = 1L;
        for (var k = 0; k < exponent; k++)
            power *= reductionFactor;
        return power;
    }

    /// <summary>Nobody starts more trials than an int holds.</summary>
    private static int Saturate(long count) => (int)Math.Min(count, int.MaxValue);
}
