namespace Hpo.Comparisons.Curves;

/// <summary>
/// The repetitions that all of some methods have finished, on one axis. A repetition that one of the methods has not finished yet, or in which one of them
/// failed, is left out for all of them: only pairs are compared.
/// </summary>
/// <param name="Repetitions">In order of objective and repetition, whatever the order in which they ended.</param>
/// <param name="Failed">How many repetitions are left out because a method failed in them.</param>
internal sealed record PairedCurves(IReadOnlyList<PairedRepetition> Repetitions, int Failed)
{
    /// <param name="results">The repetitions that have ended, of any methods.</param>
    /// <param name="methods">The methods to compare.</param>
    /// <param name="axis">The axis of the curves.</param>
    public static PairedCurves Create(IReadOnlyList<RepetitionResult> results, IReadOnlyList<int> methods, CostAxis axis)
    {
        ArgumentNullException.ThrowIfNull(results);
        var rows = new SortedDictionary<(int Objective, int Repetition), RepetitionResult?[]>();
        foreach (var result in results)
        {
            var place = Place(methods, result.Method);
            if (place < 0)
                continue;
            var key = (result.Objective, result.Repetition);
            if (!rows.TryGetValue(key, out var row))
                rows[key] = row = new RepetitionResult?[methods.Count];
            row[place] = result;
        }

        var failed = 0;
        var complete = new List<PairedRepetition>();
        foreach (var (key, row) in rows)
        {
            if (row.Any(result => result is { Outcome: RepetitionOutcome.Failed }))
                failed++;
            else if (!row.Contains(null))
                complete.Add(new PairedRepetition(key.Objective, key.Repetition, [.. row.Select(result => new StepCurve(result!, axis))]));
        }

        return new PairedCurves(complete, failed);
    }

    /// <summary>The curves of each method: the repetitions turned over.</summary>
    public IReadOnlyList<IReadOnlyList<StepCurve>> ByMethod(int methods) =>
        [.. Enumerable.Range(0, methods).Select(method => Repetitions.Select(repetition => repetition.Curves[method]).ToList())];

    private static int Place(IReadOnlyList<int> methods, int method)
    {
        for (var i = 0; i < methods.Count; i++)
        {
            if (methods[i] == method)
                return i;
        }

        return -1;
    }
}
