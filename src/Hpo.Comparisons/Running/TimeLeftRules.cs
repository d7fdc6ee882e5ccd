using Hpo.Comparisons.Definitions;

namespace Hpo.Comparisons.Running;

/// <summary>How long a comparison will run on, from what it has cost so far.</summary>
internal static class TimeLeftRules
{
    /// <summary>
    /// In simulated time, what is left of every method costs what its repetitions have cost on average so far. Null until every method has finished a
    /// repetition on every objective, for the slowest may be yet to come, and when it does not run.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="threads">How many repetitions run at the same time.</param>
    /// <param name="sinceLastResult">How long ago the last result arrived.</param>
    public static TimeSpan? Estimate(ComparisonSnapshot comparison, int threads, TimeSpan sinceLastResult)
    {
        var definition = comparison.Definition;
        if (comparison.Status != ComparisonStatus.Running || comparison.Costs.Count < definition.Objectives.Length * definition.Methods.Length)
            return null;
        var work = comparison.Costs.Values.Sum(cost => (definition.Repetitions - cost.Repetitions) * cost.Seconds / cost.Repetitions);
        var left = definition.TotalResults - comparison.Results.Count;
        var seconds = (work / Math.Max(1, Math.Min(threads, left))) - sinceLastResult.TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(0, seconds));
    }

    /// <summary>
    /// In a race, a running method goes on spending its budget as fast as it has so far; the repetitions to come take as long as the slowest of this one.
    /// Null as long as a running method has spent nothing, and when it does not run.
    /// </summary>
    /// <param name="comparison">The race.</param>
    /// <param name="lanes">How far its running methods have come.</param>
    /// <param name="sinceLastReport">How long ago the last of them reported.</param>
    public static TimeSpan? EstimateRace(ComparisonSnapshot comparison, IReadOnlyList<LaneProgress> lanes, TimeSpan sinceLastReport)
    {
        var definition = comparison.Definition;
        if (comparison.Status != ComparisonStatus.Running || lanes.Count == 0 || lanes.Any(lane => Spent(definition.Budget, lane) <= 0))
            return null;
        var totals = lanes.Select(lane => lane.Seconds / Math.Min(1, Spent(definition.Budget, lane))).ToList();
        var now = lanes.Max(lane => lane.Seconds) + sinceLastReport.TotalSeconds;
        var thisOne = Math.Max(0, totals.Max() - now);
        var heatsLeft = (definition.Objectives.Length * definition.Repetitions) - (comparison.Results.Count / definition.Methods.Length);
        return TimeSpan.FromSeconds(thisOne + (Math.Max(0, heatsLeft - 1) * totals.Max()));
    }

    /// <summary>The share of the budget that is spent: of the limit that will be reached first.</summary>
    private static double Spent(ComparisonBudget budget, LaneProgress lane) => Math.Max(
        (lane.Seconds / budget.Seconds) ?? 0,
        Math.Max(((double)lane.Trials / budget.Trials) ?? 0, ((double)lane.Epochs / budget.Epochs) ?? 0));
}
