using Hpo.Comparisons.Log;
using Hpo.Studies;
using Hpo.Studies.Running;

namespace Hpo.Comparisons.Running;

/// <summary>Shows what another process writes of the comparisons that are looked at here.</summary>
internal sealed class ComparisonTail : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);

    private readonly ComparisonDatabase _database;
    private readonly LiveMemory<LiveComparison> _live;
    private readonly Lock _looking = new();
    private readonly GuardedWork _work;
    private readonly ITimer _timer;
    private bool _isClosed;

    /// <summary>Begins to look.</summary>
    public ComparisonTail(ComparisonDatabase database, LiveMemory<LiveComparison> live, TimeProvider time, GuardedWork work)
    {
        (_database, _live, _work) = (database, live, work);
        _timer = work.NewTimer(time, "looking for what another process writes of comparisons", "what is shown stands still until the next look", Look, Pace, Pace);
    }

    /// <summary>Looks no more.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_looking)
            _isClosed = true;
    }

    private void Look()
    {
        // one that takes longer than the pace is not overtaken
        if (!_looking.TryEnter())
            return;
        try
        {
            // one that cannot be read holds up none of the others
            foreach (var comparison in _isClosed ? [] : _live.All)
                _work.DoAgain($"reading comparison {comparison.Id}", "what is shown of it stands still until the next look", () => CatchUp(comparison));
        }
        finally
        {
            _looking.Exit();
        }
    }

    private void CatchUp(LiveComparison comparison)
    {
        var events = _database.Read(comparison.Id, comparison.Snapshot.Sequence);
        if (events.Count == 0)
            return;
        comparison.Publish(events);
        _live.Keep(comparison);
    }
}
