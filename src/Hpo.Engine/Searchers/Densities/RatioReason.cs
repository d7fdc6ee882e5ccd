using System.Globalization;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>Why a point was proposed for its ratio of densities, in words.</summary>
internal static class RatioReason
{
    /// <summary>How many trials are named at most.</summary>
    private const int MaxNamed = 3;

    /// <summary>A trial is named when it contributes at least this share of what the greatest contributor does.</summary>
    private static readonly double LeastShare = Math.Log(0.05);

    /// <summary>The reason.</summary>
    /// <param name="logRatio">log l − log g at the point.</param>
    /// <param name="logKernels">The logarithm of what each good trial contributes to l there.</param>
    /// <param name="logPrior">The logarithm of what the prior contributes to l there; minus infinity when there is none.</param>
    /// <param name="trials">The good trials, in the order of their contributions.</param>
    public static string Of(double logRatio, ReadOnlySpan<double> logKernels, double logPrior, ReadOnlySpan<int> trials)
    {
        var number = Math.Exp(Math.Clamp(logRatio, -300, 300));
        var ratio = number.ToString(number is >= 100 and < 1e7 ? "F0" : "G2", CultureInfo.InvariantCulture);
        var contributions = logKernels.ToArray();
        var numbers = trials.ToArray();
        var largest = contributions.DefaultIfEmpty(double.NegativeInfinity).Max();
        if (largest <= logPrior)
            return $"model: l/g {ratio}, not near any of the {numbers.Length} best trials";
        var named = Enumerable.Range(0, numbers.Length)
            .Where(i => contributions[i] >= largest + LeastShare)
            .OrderByDescending(i => contributions[i]).ThenBy(i => numbers[i])
            .Take(MaxNamed).Select(i => numbers[i]);
        return $"model: l/g {ratio}, shaped most by {TrialNames.List(named)} of the {numbers.Length} best";
    }
}
