namespace Hpo.Studies.Log;

/// <summary>
/// What a process that shares a data folder does for the logs of one kind: it writes the events of what runs here under leases, shows what others write, closes what they leave
/// behind when they end, and carries commands to where something runs. Usable by several threads at once.
/// </summary>
/// <typeparam name="TLive">What is in memory.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
public sealed class LogHost<TLive, TEvent, TSnapshot> : IDisposable
    where TLive : LiveLog<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    /// <summary>How often an event is tried to be added where others add some.</summary>
    private const int MostTries = 20;

    private readonly LogFolder _folder;
    private readonly EventLog<TEvent, TSnapshot> _log;
    private readonly LogTables _tables;
    private readonly LiveLogs<TLive, TEvent, TSnapshot> _live;
    private readonly TimeProvider _time;
    private readonly GuardedWork _work;
    private readonly LogCalls<TLive> _calls;
    private readonly LogWriter<PendingEvent<TEvent>> _writer;
    private readonly ChangeWatch _changes;
    private readonly LogHolds _holds = new();
    private LogTail? _tail;
    private Task _answering = Task.CompletedTask;

    /// <summary>Opens the logs; nothing is looked at before <see cref="Start"/>.</summary>
    /// <param name="folder">The data folder; closed with the host.</param>
    /// <param name="log">The logs in its database.</param>
    /// <param name="live">Those in memory.</param>
    /// <param name="calls">Who is told of what.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">Has the threads.</param>
    public LogHost(
        LogFolder folder, EventLog<TEvent, TSnapshot> log, LiveLogs<TLive, TEvent, TSnapshot> live, LogCalls<TLive> calls, TimeProvider time, GuardedWork work)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(log);
        (_folder, _log, _live, _calls, _time, _work, _tables) = (folder, log, live, calls, time, work, log.Kind.Tables);
        Leases = new Leases(log.File, log.Leases, folder.Process);
        Interruptions = new Interruptions<TEvent, TSnapshot>(log, Leases, time);
        _changes = new ChangeWatch(log.File);
        Requests = new Requests(log.File, _tables, Leases, folder.Process, _changes, time);
        _writer = new LogWriter<PendingEvent<TEvent>>(
            $"{_tables.Noun} log writer", pending => (object?)pending.Lease ?? pending.LogId, Append, events => calls.OnEnded(live.Publish(events)), OnUnwritten, OnUntold);
    }

    /// <summary>A number that is another one after every change of the database, by whomever.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public long Version => _changes.Version;

    /// <summary>Whether another process that lives runs anything.</summary>
    public bool IsAnyElsewhere => Leases.IsAnyElsewhere();

    /// <summary>Who runs what.</summary>
    internal Leases Leases { get; }

    /// <summary>Ends what others leave behind.</summary>
    internal Interruptions<TEvent, TSnapshot> Interruptions { get; }

    /// <summary>Carries commands.</summary>
    internal Requests Requests { get; }

    /// <summary>
    /// Ends as interrupted what vanished processes left running; what runs here goes on. What cannot be written now can be read as ever, and is closed when there is room.
    /// </summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void CloseAll()
    {
        foreach (var id in _log.Unfinished().Where(id => !_calls.IsHere(id)))
            TryClose(id);
    }

    /// <summary>Ends as interrupted one that has not ended and that nobody runs. If it cannot be written now it can be read as ever, and is closed when there is room.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void TryClose(string id)
    {
        _writer.Flush();
        try
        {
            Interruptions.Close(id);
        }
        catch (IOException exception)
        {
            _calls.OnUnwritten(id, exception.Message);
            _live.Find(id)?.Fail(exception.Message);
        }
    }

    /// <summary>Begins to look what other processes do.</summary>
    public void Start() => _tail = new LogTail(_tables, _changes, _time, () => _live.AnyUnfinished, OnChanged, EverySecond, _work);

    /// <summary>Looks no more; returns when nobody is told anything any more.</summary>
    public void Stop()
    {
        _tail?.Dispose();
        _tail = null;
    }

    /// <summary>Whether another process runs it.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public bool IsElsewhere(string id) => Leases.IsElsewhere(id);

    /// <summary>Takes something in order to resume, delete or close it; null when that is being done already.</summary>
    public IDisposable? TryHold(string id) => _holds.TryTake(id);

    /// <summary>The lease of something new, to be stored together with it.</summary>
    public Lease NewLease(string id) => Leases.New(id);

    /// <summary>Takes the lease of something; null when another process that lives has it. From then on nobody else writes to its log.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public Lease? TryTake(string id)
    {
        // an end that was handed over under the lease before is not to be refused
        _writer.Flush();
        return Leases.Take(id);
    }

    /// <summary>Gives a lease back that nothing is written under any more. What cannot be given back ends with this process.</summary>
    public void Release(Lease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        // what was handed over under it must not be refused
        _writer.Flush();
        _work.Do($"giving a {_tables.Noun} back", "it can be resumed when this program has ended", () => Leases.TryRelease(lease));
    }

    /// <summary>Gives up a run whose end cannot be written: it says why, and the log is closed as soon as it can be.</summary>
    public void GiveUp(TLive live, LogRun<TEvent> run, string reason)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(run);
        live.Fail(reason);
        Release(run.Lease);
    }

    /// <summary>A run under a lease, whose events follow a sequence number.</summary>
    public LogRun<TEvent> NewRun(Lease lease, long last) => new(lease, last, _log.Kind.End, _writer.Enqueue);

    /// <summary>Returns once what was handed over is durable and shown, or never will be.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Ends something as interrupted that ends too early and that nobody runs, and shows it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Close(TLive live)
    {
        ArgumentNullException.ThrowIfNull(live);
        // its own end may be on its way
        _writer.Flush();
        if (live is { Snapshot.HasEnded: true, LogFailure: null })
            return;
        Interruptions.Close(live.Id);
        _live.CatchUp(live);
        // what could not be written would have gone on after the end, and never did
        if (live is { Snapshot.HasEnded: true, LogFailure: not null } && !_live.IsDamaged(live.Id) && IsClosed(live.Id, live.Snapshot.Sequence))
            _live.Recover(live);
    }

    /// <summary>Adds an event to the log of something that does not run.</summary>
    /// <returns>Whether it was added; false when another process runs it.</returns>
    /// <exception cref="InvalidDataException">It cannot follow what is there.</exception>
    /// <exception cref="IOException">It could not be written, or what is there cannot be read.</exception>
    public bool TryAppend(TLive live, TEvent happened)
    {
        ArgumentNullException.ThrowIfNull(live);
        // what was handed over here comes first
        _writer.Flush();
        for (var tries = 0; tries < MostTries; tries++)
        {
            _live.CatchUp(live);
            if (_live.IsDamaged(live.Id))
                throw new IOException($"Nothing is written behind what cannot be read. {live.LogFailure}");
            var logged = new LoggedEvent<TEvent>(live.Snapshot.Sequence + 1, happened);
            _log.Kind.Fold(live.Snapshot, logged);
            if (TryAppend(live.Id, logged) is not { } isAdded)
                continue;
            _live.CatchUp(live);
            return isAdded;
        }

        throw new IOException($"The {_tables.Noun} is gone, or is changed again and again by another process; nothing was changed.");
    }

    /// <summary>Has the process that runs something do what a text says, and waits for it.</summary>
    /// <returns>Its answer; null when no other process runs it, or none does any more.</returns>
    /// <exception cref="IOException">The request cannot be written, or there was no answer in time.</exception>
    public string? Ask(string id, string command) => Requests.Ask(id, command);

    /// <summary>Tries whether the database can be written now, without changing anything.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public void RequireUsable() => _log.File.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        return DatabaseFile.Execute(connection, $"DELETE FROM {_tables.Request} WHERE id < 0");
    });

    /// <summary>Writes what was handed over, and leaves the folder. What runs here must have ended.</summary>
    public void Dispose()
    {
        Stop();
        _writer.Dispose();
        _changes.Dispose();
        _folder.Dispose();
    }

    /// <summary>Whether nobody else runs it, and its last event is of that number.</summary>
    private bool IsClosed(string id, long last) => _log.File.Use(connection => !Leases.IsElsewhere(connection, id) && _log.Last(connection, id) == last);

    /// <summary>Null when something came between.</summary>
    private bool? TryAppend(string id, LoggedEvent<TEvent> logged) => _log.File.Use<bool?>(connection =>
    {
        using var transaction = connection.BeginTransaction();
        if (Leases.IsElsewhere(connection, id))
            return false;
        if (_log.Last(connection, id) != logged.Sequence - 1)
            return null;
        _log.Append(connection, [new PendingEvent<TEvent>(id, logged)]);
        transaction.Commit();
        return true;
    });

    /// <summary>Writes events that their logs can be read with; what cannot follow is not written.</summary>
    private void Append(IReadOnlyList<PendingEvent<TEvent>> events)
    {
        _live.Require(events);
        _log.Append(events);
    }

    private void OnUnwritten(PendingEvent<TEvent> pending, Exception exception)
    {
        _calls.OnUnwritten(pending.LogId, exception.Message);
        _live.Fail(pending.LogId, exception.Message);
    }

    private void OnUntold(Exception fault) => _work.Tell(fault, "telling what was written", "it is in the log, and those who read that see it");

    /// <summary>Somebody has written to the database.</summary>
    private bool OnChanged()
    {
        var isAllSeen = _live.CatchUp(_calls.IsHere, _work);
        // elsewhere, because what is being resumed hears of requests late; what comes meanwhile is noticed by the answer's own change
        if (_calls.IsAnyHere() && _answering.IsCompleted)
            _answering = _work.StartLong("answering other processes", "they ask again", () => Requests.Answer(_calls.IsHere, _calls.Answer));
        return isAllSeen;
    }

    /// <summary>One thing after the other, so that what cannot be done holds up nothing else.</summary>
    private void EverySecond()
    {
        const string again = "it is tried again every second";
        _work.DoAgain($"closing {_tables.Nouns} whose processes have vanished", again, Interruptions.CloseOrphans);
        _work.DoAgain($"closing {_tables.Nouns} that could not be written", again, CloseUnwritten);
        _work.DoAgain($"removing requests about {_tables.Nouns} of processes that have vanished", again, Requests.RemoveStale);
    }

    private void CloseUnwritten()
    {
        foreach (var live in _live.Unwritten.Where(live => !_calls.IsHere(live.Id)))
        {
            // one that is being resumed is closed by that
            using var hold = _holds.TryTake(live.Id);
            if (hold is not null)
                Close(live);
        }
    }
}
