namespace Hpo.Studies.Catalog;

/// <summary>What to know about a searcher under a scheduler that is possible and yet not what one may expect.</summary>
public static class PairAdvice
{
    /// <summary>The advice in words; null when there is none.</summary>
    public static string? Of(SearcherEntry searcher, SchedulerEntry scheduler)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(scheduler);
        return scheduler.ExploresByItself && searcher.Learns
            ? $"{scheduler.Name} asks the searcher for its first population only and explores by itself from then on: random search does as well there as {searcher.Name}."
            : null;
    }
}
