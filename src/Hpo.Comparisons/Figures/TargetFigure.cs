using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Figures;

/// <summary>
/// The share of targets hit against what was spent: the empirical distribution function of the cost at which a repetition reaches a target, over all targets
/// and repetitions (Hansen et al., 2021). A curve further up and to the left reached more, sooner. Shares are averaged over objectives. The same targets for
/// all methods, from the repetitions that all have finished; while a comparison runs, they move as better errors are found.
/// </summary>
/// <param name="Axis">What the curves are drawn against.</param>
/// <param name="Grid">The costs at which the shares are given, ascending.</param>
/// <param name="Curves">One for each method, in order; of 0 to 1.</param>
/// <param name="Targets">The targets of each objective.</param>
/// <param name="Repetitions">How many repetitions are counted: those that every method has finished.</param>
/// <param name="Failed">How many are left out because a method failed in them.</param>
public sealed record TargetFigure(
    CostAxis Axis, double[] Grid, IReadOnlyList<MethodCurve> Curves, IReadOnlyList<TargetSet> Targets, int Repetitions, int Failed)
{
    /// <summary>Counts targets.</summary>
    /// <param name="results">The repetitions that have ended, of one objective or of several.</param>
    /// <param name="methods">How many methods are compared.</param>
    /// <param name="axis">What to draw against.</param>
    /// <param name="knownMinima">The smallest possible error of the objectives for which it is known.</param>
    public static TargetFigure Create(
        IReadOnlyList<RepetitionResult> results, int methods, CostAxis axis, IReadOnlyDictionary<int, double>? knownMinima = null)
    {
        var paired = PairedCurves.Create(results, [.. Enumerable.Range(0, methods)], axis);
        var grid = CostGrid.Create(paired.ByMethod(methods), axis);
        var objectives = paired.Repetitions.GroupBy(repetition => repetition.Objective).Select(group => group.ToList()).ToList();
        var shares = new double[methods][];
        for (var method = 0; method < methods; method++)
            shares[method] = new double[grid.Length];
        var sets = new List<TargetSet>();
        foreach (var repetitions in objectives)
        {
            double? minimum = knownMinima is not null && knownMinima.TryGetValue(repetitions[0].Objective, out var known) ? known : null;
            var set = TargetRules.Create(repetitions[0].Objective, repetitions.SelectMany(repetition => repetition.Curves), minimum);
            sets.Add(set);
            if (set.Targets.Length == 0)
                continue;
            var weight = 1.0 / set.Targets.Length / repetitions.Count / objectives.Count;
            foreach (var repetition in repetitions)
            {
                for (var method = 0; method < methods; method++)
                    Add(repetition.Curves[method].Sample(grid), set.Targets, weight, shares[method]);
            }
        }

        return new TargetFigure(
            axis,
            grid,
            [.. shares.Select((share, method) => new MethodCurve(method, [.. share.Select(value => (double?)Math.Min(1, value))]))],
            sets,
            paired.Repetitions.Count,
            paired.Failed);
    }

    /// <summary>An incumbent only falls and the targets are in order: the number hit only grows.</summary>
    private static void Add(double[] errors, double[] targets, double weight, double[] share)
    {
        var hit = 0;
        for (var i = 0; i < errors.Length; i++)
        {
            while (hit < targets.Length && errors[i] <= targets[hit])
                hit++;
            share[i] += weight * hit;
        }
    }
}
