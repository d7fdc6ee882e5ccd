using System.Globalization;
using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Figures;

/// <summary>
/// Sets targets as COCO does (Hansen et al., "COCO: a platform for comparing continuous optimizers in a black-box setting", 2021): evenly spaced in the
/// logarithm of the regret, so that each further digit counts the same. Without a known minimum, in the logarithm of the error.
/// </summary>
internal static class TargetRules
{
    /// <summary>How many targets are set.</summary>
    public const int Count = 50;

    /// <summary>The smallest regret worth reaching: COCO's.</summary>
    public const double FinestRegret = 1e-8;

    /// <param name="objective">The objective's place in the comparison.</param>
    /// <param name="curves">The curves of all methods and repetitions on it.</param>
    /// <param name="knownMinimum">The smallest possible error, when it is known.</param>
    public static TargetSet Create(int objective, IEnumerable<StepCurve> curves, double? knownMinimum)
    {
        var (worst, best) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var curve in curves)
        {
            worst = Math.Max(worst, curve.FirstError ?? double.NegativeInfinity);
            best = Math.Min(best, curve.FinalError ?? double.PositiveInfinity);
        }

        if (worst < best)
            return new TargetSet(objective, [], "No target: no trial handed in an error.");
        var hardest = knownMinimum is { } floor ? Math.Max(best, floor + FinestRegret) : best;
        if (worst <= hardest)
            return new TargetSet(objective, [hardest], $"One target, {Words(hardest)}: the first trials reached it.");
        if (knownMinimum is { } minimum)
        {
            return new TargetSet(
                objective,
                Logarithmic(worst, hardest, minimum),
                Rule("regrets", worst - minimum, hardest - minimum, "evenly spaced in the logarithm; none is below 1e-8"));
        }

        return best > 0
            ? new TargetSet(objective, Logarithmic(worst, best, 0), Rule("errors", worst, best, "evenly spaced in the logarithm"))
            : new TargetSet(objective, Even(worst, best), Rule("errors", worst, best, "evenly spaced: some have no logarithm"));
    }

    private static double[] Logarithmic(double worst, double hardest, double zero)
    {
        var targets = new double[Count];
        var ratio = (hardest - zero) / (worst - zero);
        for (var i = 0; i < Count; i++)
            targets[i] = zero + (worst - zero) * Math.Pow(ratio, (i + 1.0) / Count);
        // exactly, so that the repetition that set it reaches it
        targets[^1] = hardest;
        return targets;
    }

    private static double[] Even(double worst, double best)
    {
        var targets = new double[Count];
        for (var i = 0; i < Count; i++)
            targets[i] = worst + (best - worst) * (i + 1) / Count;
        targets[^1] = best;
        return targets;
    }

    private static string Rule(string what, double worst, double best, string spacing) =>
        $"{Count} {what} from {Words(worst)} (the worst first error) to {Words(best)} (the best final error), {spacing}.";

    private static string Words(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
