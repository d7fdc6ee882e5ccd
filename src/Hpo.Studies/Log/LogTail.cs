
namespace Hpo.Studies.Log;

/// <summary>Looks again and again whether other processes have written to the database, or have ended, and says so.</summary>
internal sealed class LogTail : IDisposable
{
    /// <summary>How long it takes to see what another process has written, when somebody may be waiting for it.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(125);

    /// <summary>The same when nobody is, and how long it takes to see that a process has ended.</summary>
    public static readonly TimeSpan IdlePace = TimeSpan.FromSeconds(1);

    private readonly string _nouns;
    private readonly ChangeWatch _changes;
    private readonly TimeProvider _time;
    private readonly Func<bool> _isUrgent;
    private readonly Func<bool> _onChanged;
    private readonly Action _onSecond;
    private readonly CancellationTokenSource _stop = new();
    private readonly GuardedWork _work;
    private readonly Thread _loop;

    /// <summary>Begins to look.</summary>
    /// <param name="tables">What is looked for.</param>
    /// <param name="changes">Tells of changes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isUrgent">Whether somebody may be waiting.</param>
    /// <param name="onChanged">Called when something was written, by whomever; returns whether all of it was seen.</param>
    /// <param name="onSecond">Called every second.</param>
    /// <param name="work">Has the thread.</param>
    public LogTail(LogTables tables, ChangeWatch changes, TimeProvider time, Func<bool> isUrgent, Func<bool> onChanged, Action onSecond, GuardedWork work)
    {
        (_nouns, _changes, _time, _isUrgent, _onChanged, _onSecond, _work) = (tables.Nouns, changes, time, isUrgent, onChanged, onSecond, work);
        // a thread of its own: those of the pool may all be waiting for what this one is to see
        _loop = work.NewThread($"{tables.Noun} log tail", "what other processes write is no longer seen here", Run);
        _loop.Start();
    }

    /// <summary>Looks no more; returns when nothing is called any more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _loop.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        var (seen, second) = (-1L, _time.GetTimestamp());
        while (!_stop.IsCancellationRequested)
        {
            // a disk that cannot be used now is tried again; those who ask for something hear of it
            if (_time.GetElapsedTime(second) >= IdlePace)
            {
                second = _time.GetTimestamp();
                _work.DoAgain($"looking after {_nouns} that others have left", "it is tried again every second", _onSecond);
            }

            _work.DoAgain($"looking for what other processes have written of {_nouns}", "it is looked for again at once", () => Look(ref seen));
            _stop.Token.WaitHandle.WaitOne(_isUrgent() ? Pace : IdlePace);
        }
    }

    private void Look(ref long seen)
    {
        var version = _changes.Version;
        if (version == seen)
            return;
        // what is written while this looks makes it look again
        if (_onChanged())
            seen = version;
    }
}
