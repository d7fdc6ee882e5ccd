using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>
/// The average rank of each method against what was spent: 1 is best. The methods are ranked in each repetition by the error of their incumbents there;
/// ties share the average of their ranks, and a method without an error yet comes last. Ranks are averaged over the repetitions of an objective, and then over the
/// objectives, so that each objective counts the same. Errors of different objectives are never mixed; costs are: x is the cost in each of them.
/// </summary>
/// <param name="Axis">What the curves are drawn against.</param>
/// <param name="Grid">The costs at which the ranks are given, ascending.</param>
/// <param name="Curves">One for each method, in order.</param>
/// <param name="Repetitions">How many repetitions are ranked: those that every method has finished.</param>
/// <param name="Failed">How many are left out because a method failed in them.</param>
public sealed record RankFigure(CostAxis Axis, double[] Grid, IReadOnlyList<MethodCurve> Curves, int Repetitions, int Failed)
{
    /// <summary>Ranks the methods.</summary>
    /// <param name="results">The repetitions that have ended, of one objective or of several.</param>
    /// <param name="methods">How many methods are compared.</param>
    /// <param name="axis">What to draw against.</param>
    public static RankFigure Create(IReadOnlyList<RepetitionResult> results, int methods, CostAxis axis)
    {
        var paired = PairedCurves.Create(results, [.. Enumerable.Range(0, methods)], axis);
        var grid = CostGrid.Create(paired.ByMethod(methods), axis);
        var objectives = paired.Repetitions.GroupBy(repetition => repetition.Objective).Select(group => group.ToList()).ToList();
        var averages = new double?[methods][];
        for (var method = 0; method < methods; method++)
            averages[method] = new double?[grid.Length];
        foreach (var repetitions in objectives)
        {
            var weight = 1.0 / repetitions.Count / objectives.Count;
            foreach (var repetition in repetitions)
                Add(repetition, grid, weight, averages);
        }

        return new RankFigure(
            axis, grid, [.. averages.Select((average, method) => new MethodCurve(method, average))], paired.Repetitions.Count, paired.Failed);
    }

    private static void Add(PairedRepetition repetition, double[] grid, double weight, double?[][] averages)
    {
        double[][] samples = [.. repetition.Curves.Select(curve => curve.Sample(grid))];
        var column = new double[samples.Length];
        for (var i = 0; i < grid.Length; i++)
        {
            for (var method = 0; method < column.Length; method++)
                column[method] = samples[method][i];
            var ranks = Ranks.Averaged(column);
            for (var method = 0; method < column.Length; method++)
                averages[method][i] = (averages[method][i] ?? 0) + weight * ranks[method];
        }
    }
}
