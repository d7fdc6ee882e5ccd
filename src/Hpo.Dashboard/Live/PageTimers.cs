using Hpo.Studies;

namespace Hpo.Dashboard.Live;

/// <summary>The timers of pages. What a refresh throws is logged with its stack, and the page goes on showing what it knew.</summary>
public sealed class PageTimers(TimeProvider time, ILogger<PageTimers> logger)
{
    private readonly GuardedWork _work = new(logger);

    /// <summary>Refreshes again and again, until it is disposed of.</summary>
    /// <param name="what">What is refreshed, one name for each kind of page.</param>
    /// <param name="period">How often, and when first.</param>
    /// <param name="refresh">Refreshes it.</param>
    public ITimer Start(string what, TimeSpan period, Func<Task> refresh) =>
        _work.NewTimer(time, $"refreshing {what}", "the page shows what it knew before", refresh, period, period);
}
