using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>
/// The incumbent's error against what was spent, one curve with a band for each method: the chapter's figure. Drawn from the repetitions that have ended so
/// far. A curve is there only where all of its repetitions have a value; a repetition that ended before the others holds its last value; a repetition that
/// failed, or in which no trial handed in an error, is left out and counted as missing.
/// </summary>
/// <param name="Axis">What the curves are drawn against.</param>
/// <param name="Summary">What the curves and bands are.</param>
/// <param name="Grid">The costs at which the curves are given, ascending; a value holds from its cost to the next.</param>
/// <param name="Curves">One for each method, in order.</param>
public sealed record IncumbentFigure(CostAxis Axis, Summary Summary, double[] Grid, IReadOnlyList<BandCurve> Curves)
{
    /// <summary>Sums up the repetitions of one objective.</summary>
    /// <param name="results">The repetitions that have ended, in any order: the figure does not depend on it.</param>
    /// <param name="methods">How many methods are compared.</param>
    /// <param name="axis">What to draw against.</param>
    /// <param name="summary">What to draw.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <param name="knownMinimum">When given, the regret is drawn: the error less this smallest possible error.</param>
    /// <exception cref="ArgumentException">The repetitions are of several objectives, whose errors cannot be averaged.</exception>
    public static IncumbentFigure Create(
        IReadOnlyList<RepetitionResult> results, int methods, CostAxis axis, Summary summary, long seed = 0, double? knownMinimum = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Any(result => result.Objective != results[0].Objective))
            throw new ArgumentException("Errors of several objectives cannot be averaged: draw one figure for each.", nameof(results));
        var curves = new List<StepCurve>[methods];
        for (var method = 0; method < methods; method++)
        {
            curves[method] = [.. results
                .Where(result => result.Method == method && IsPresent(result))
                .OrderBy(result => result.Repetition)
                .Select(result => new StepCurve(result, axis))];
        }

        var grid = CostGrid.Create(curves, axis);
        var bands = new BandCurve[methods];
        var bySize = new Dictionary<int, BootstrapResamples>();
        for (var method = 0; method < methods; method++)
        {
            var missing = results.Count(result => result.Method == method && !IsPresent(result));
            bands[method] = Band(method, curves[method], grid, summary, knownMinimum ?? 0, missing, Resamples);
        }

        return new IncumbentFigure(axis, summary, grid, bands);

        BootstrapResamples Resamples(int size)
        {
            if (!bySize.TryGetValue(size, out var resamples))
                bySize[size] = resamples = new BootstrapResamples(size, seed);
            return resamples;
        }
    }

    private static bool IsPresent(RepetitionResult result) => result.Outcome != RepetitionOutcome.Failed && result.Steps.Count > 0;

    private static BandCurve Band(
        int method, List<StepCurve> curves, double[] grid, Summary summary, double minimum, int missing, Func<int, BootstrapResamples> resamples)
    {
        var (center, lower, upper) = (new double?[grid.Length], new double?[grid.Length], new double?[grid.Length]);
        var samples = curves.ConvertAll(curve => curve.Sample(grid));
        var column = new double[curves.Count];
        for (var i = 0; i < grid.Length && column.Length > 0; i++)
        {
            var same = i > 0 && center[i - 1] is not null;
            for (var repetition = 0; repetition < column.Length; repetition++)
            {
                var values = samples[repetition];
                column[repetition] = values[i] - minimum;
                same = same && values[i] == values[i - 1];
            }

            // incumbents seldom change: most points are those before them
            if (same)
                (center[i], lower[i], upper[i]) = (center[i - 1], lower[i - 1], upper[i - 1]);
            else if (!column.Any(double.IsNaN))
                (center[i], lower[i], upper[i]) = BandRules.Point(column, summary, () => resamples(column.Length));
        }

        double? end = curves.Count == 0 ? null : curves.Max(curve => curve.End);
        return new BandCurve(method, center, lower, upper, curves.Count, missing, end);
    }
}
