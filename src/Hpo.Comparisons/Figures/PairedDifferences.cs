using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>The differences between two methods, one for each repetition that both have finished, and their test.</summary>
/// <param name="Wins">Differences below zero: the first method is lower.</param>
/// <param name="Ties">Differences of zero.</param>
/// <param name="Losses">Differences above zero.</param>
/// <param name="Failed">Repetitions left out because one of the two failed.</param>
/// <param name="FailedFirst">Repetitions in which the first method failed.</param>
/// <param name="FailedSecond">Repetitions in which the second method failed.</param>
/// <param name="Objectives">How many objectives the pairs are of.</param>
/// <param name="Test">The two-sided signed-rank test.</param>
internal sealed record PairedDifferences(int Wins, int Ties, int Losses, int Failed, int FailedFirst, int FailedSecond, int Objectives, WilcoxonResult Test)
{
    public int Pairs => Wins + Ties + Losses;

    /// <param name="results">The repetitions that have ended.</param>
    /// <param name="first">A method.</param>
    /// <param name="second">Another.</param>
    /// <param name="axis">The axis of <paramref name="at"/>.</param>
    /// <param name="at">The cost at which the errors are compared; null for the end of each repetition.</param>
    public static PairedDifferences Create(IReadOnlyList<RepetitionResult> results, int first, int second, CostAxis axis, double? at)
    {
        var paired = PairedCurves.Create(results, [first, second], axis);
        var objectives = paired.Repetitions.GroupBy(repetition => repetition.Objective).ToList();
        var differences = new List<double>(paired.Repetitions.Count);
        foreach (var objective in objectives)
        {
            List<(double First, double Second)> errors =
                [.. objective.Select(repetition => (Error(repetition.Curves[0], at), Error(repetition.Curves[1], at)))];
            var scale = objectives.Count == 1 ? 1 : Spread(errors);
            differences.AddRange(errors.Select(pair => Difference(pair.First, pair.Second) / scale));
        }

        return new PairedDifferences(
            differences.Count(difference => difference < 0),
            differences.Count(difference => difference == 0),
            differences.Count(difference => difference > 0),
            paired.Failed,
            Failures(results, first),
            Failures(results, second),
            objectives.Count,
            WilcoxonSignedRank.Test(differences.ToArray()));
    }

    private static int Failures(IReadOnlyList<RepetitionResult> results, int method) =>
        results.Count(result => result.Method == method && result.Outcome == RepetitionOutcome.Failed);

    /// <summary>A repetition without an error loses to any with one.</summary>
    private static double Error(StepCurve curve, double? at) => (at is { } cost ? curve.ValueAt(cost) : curve.FinalError) ?? double.PositiveInfinity;

    private static double Difference(double first, double second) => first == second ? 0 : first - second;

    /// <summary>
    /// The interquartile range of both methods' errors on an objective: without it, objectives with large errors would take all the high ranks. It stays
    /// the same when the two methods change places in a pair, so the test stays exact. Signs alone would need no scale, but tell less from as many pairs.
    /// </summary>
    private static double Spread(List<(double First, double Second)> errors)
    {
        double[] finite = [.. errors.SelectMany(pair => new[] { pair.First, pair.Second }).Where(double.IsFinite).Order()];
        if (finite.Length == 0)
            return 1;
        var quartiles = Descriptive.Quantile(finite, 0.75) - Descriptive.Quantile(finite, 0.25);
        var range = finite[^1] - finite[0];
        return quartiles > 0 ? quartiles : range > 0 ? range : 1;
    }
}
