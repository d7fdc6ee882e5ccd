namespace Hpo.Studies.Catalog;

/// <summary>What to know about a searcher under a scheduler that is possible and yet not what one may expect.</summary>
public static class PairAdvice
{
    /// <summary>The advice in words; null when there is none.</summary>
    public static string? Of(SearcherEntry searcher, SchedulerEntry scheduler)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(scheduler);
        // not forbidden: the first population may well come from any searcher
        if (scheduler.ExploresByItself)
            return searcher.Learns
                ? $"{scheduler.Name} asks the searcher only to begin a population and then explores by itself: "
                    + $"{searcher.Name} gets little chance to use what it learns."
                : null;
        return searcher.WantsFinalErrors && scheduler.EndsTrialsEarly
            ? $"{searcher.Name} compares final errors. Where many trials end early, it learns mostly how to get past the first rung."
            : null;
    }
}
