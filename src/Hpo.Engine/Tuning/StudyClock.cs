namespace Hpo.Engine.Tuning;

/// <summary>
/// The time of a study: it goes on after an interruption where it ended, stands still while the study is paused, and keeps the study's time limit.
/// Used with the lock of the run's state held.
/// </summary>
internal sealed class StudyClock(TimeProvider time) : IDisposable
{
    private long _since = time.GetTimestamp();

    /// <summary>What had elapsed at that time stamp.</summary>
    private TimeSpan _before;
    private bool _stands;
    private ITimer? _timer;
    private TimeSpan _limit;

    /// <summary>The time of the study by now.</summary>
    public TimeSpan Elapsed => _stands ? _before : _before + time.GetElapsedTime(_since);

    /// <summary>Time goes on from here.</summary>
    public void GoOnFrom(TimeSpan elapsed) => (_before, _since) = (elapsed, time.GetTimestamp());

    /// <summary>Time stands still.</summary>
    public void Stop()
    {
        (_before, _stands) = (Elapsed, true);
        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time goes on, if it stood still.</summary>
    public void GoOn()
    {
        if (!_stands)
            return;
        _stands = false;
        GoOnFrom(_before);
        _timer?.Change(Left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets the time limit.</summary>
    /// <param name="limit">How much time the study has, that before an interruption included.</param>
    /// <param name="reached">Called when it has elapsed, on a thread of the clock's.</param>
    public void Limit(TimeSpan limit, Action reached)
    {
        _limit = limit;
        _timer = time.CreateTimer(_ => reached(), null, Left, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private TimeSpan Left => _limit > Elapsed ? _limit - Elapsed : TimeSpan.Zero;
}
