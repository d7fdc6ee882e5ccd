using Hpo.Comparisons.Definitions;

namespace Hpo.Comparisons.Running;

/// <summary>How long a comparison will run on: what is left of every method costs what its repetitions have cost on average so far.</summary>
internal static class TimeLeftRules
{
    /// <summary>The estimate; null until every method has finished a repetition on every objective, for the slowest may be yet to come.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="threads">How many repetitions run at the same time.</param>
    /// <param name="sinceLastResult">How long ago the last result arrived.</param>
    public static TimeSpan? Estimate(ComparisonSnapshot comparison, int threads, TimeSpan sinceLastResult)
    {
        if (comparison.Status != ComparisonStatus.Running)
            return null;
        var definition = comparison.Definition;
        var cells = definition.Objectives.Length * definition.Methods.Length;
        if (comparison.Costs.Count < cells)
            return null;
        var work = comparison.Costs.Values.Sum(cost => (definition.Repetitions - cost.Repetitions) * cost.Seconds / cost.Repetitions);
        var left = definition.TotalResults - comparison.Results.Count;
        var together = definition.Kind == ComparisonKind.Race ? definition.Methods.Length : threads;
        var seconds = (work / Math.Max(1, Math.Min(together, left))) - sinceLastResult.TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(0, seconds));
    }
}
