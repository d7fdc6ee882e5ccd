using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>Shows what another process writes of the comparisons that are looked at here.</summary>
internal sealed class ComparisonTail : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);

    private readonly ComparisonDatabase _database;
    private readonly Func<IEnumerable<LiveComparison>> _watched;
    private readonly Lock _looking = new();
    private readonly ITimer _timer;
    private bool _isClosed;

    /// <summary>Begins to look.</summary>
    public ComparisonTail(ComparisonDatabase database, Func<IEnumerable<LiveComparison>> watched, TimeProvider time)
    {
        (_database, _watched) = (database, watched);
        _timer = time.CreateTimer(_ => Look(), null, Pace, Pace);
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
            foreach (var comparison in _isClosed ? [] : _watched())
            {
                var events = _database.Read(comparison.Id, comparison.Snapshot.Sequence);
                if (events.Count > 0)
                    comparison.Publish(events);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // the next look may have more luck; until then what is shown stands still
        }
        finally
        {
            _looking.Exit();
        }
    }
}
