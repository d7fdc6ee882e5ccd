namespace Hpo.Studies.Log;

/// <summary>
/// A log in memory, as all its viewers share it: the latest durable state. A viewer that is slow or gone costs nothing here, because nobody is called back: viewers come and ask, and
/// wait for news.
/// </summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
public abstract class LiveLog<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    private readonly LogKind<TEvent, TSnapshot> _kind;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>What <see cref="Require"/> has found to follow; null for nothing.</summary>
    private (TSnapshot? From, LoggedEvent<TEvent> Last, TSnapshot To)? _expected;
    private volatile State _state;

    /// <summary>A log without any event yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="time">The clock.</param>
    protected LiveLog(string id, LogKind<TEvent, TSnapshot> kind, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(time);
        (Id, _kind, Time) = (id, kind, time);
        _state = new State(kind.Empty, 0, time.GetTimestamp(), null);
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The latest durable state.</summary>
    public TSnapshot Snapshot => _state.Snapshot!;

    /// <summary>
    /// Why the log ends before the run did, in words: it could not be written, or not be read. Null as long as all is well. This is the one thing no event can tell.
    /// </summary>
    public string? LogFailure => _state.LogFailure;

    /// <summary>Counts everything new: events, and what no event tells.</summary>
    public long Version => _state.Version;

    /// <summary>The clock.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Guards what changes together with the state.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Its state with the time that has passed since that was new, and why the log ends too early.</summary>
    protected (TSnapshot Snapshot, TimeSpan Age, string? LogFailure) Now
    {
        get
        {
            var state = _state;
            return (state.Snapshot!, Time.GetElapsedTime(state.Stamp), state.LogFailure);
        }
    }

    /// <summary>Sees to it that events can follow, which are about to be written, so that nothing is in the log that cannot be read from it.</summary>
    /// <exception cref="InvalidDataException">They cannot.</exception>
    internal void Require(IReadOnlyList<LoggedEvent<TEvent>> events)
    {
        lock (Gate)
        {
            events = New(events);
            if (events.Count > 0)
                _expected = (_state.Snapshot, events[^1], _kind.Fold(_state.Snapshot, events)!);
        }
    }

    /// <summary>Takes in events that have become durable, in order; those that it has already are passed over.</summary>
    /// <exception cref="InvalidDataException">They cannot follow; nothing is taken in.</exception>
    internal void Publish(IReadOnlyList<LoggedEvent<TEvent>> events)
    {
        lock (Gate)
        {
            events = New(events);
            if (events.Count == 0)
                return;
            var before = _state.Snapshot;
            // the work has been done when they were required
            var next = _expected is var (from, last, to) && ReferenceEquals(from, before) && ReferenceEquals(last, events[^1]) ? to : _kind.Fold(before, events)!;
            _expected = null;
            _state = _state with { Snapshot = next, Stamp = Time.GetTimestamp() };
            OnPublished(events);
            Signal();
        }
    }

    /// <summary>Notes that the log could not be written.</summary>
    internal void Fail(string reason)
    {
        lock (Gate)
        {
            _state = _state with { LogFailure = reason };
            OnFailed();
            Signal();
        }
    }

    /// <summary>Notes that the log can be written again.</summary>
    internal void Recover()
    {
        lock (Gate)
        {
            if (_state.LogFailure is null)
                return;
            _state = _state with { LogFailure = null };
            Signal();
        }
    }

    /// <summary>Takes in the first events; called once, by the constructor.</summary>
    /// <exception cref="InvalidDataException">They cannot follow one another, or there are none and there must be.</exception>
    protected void Begin(IReadOnlyList<LoggedEvent<TEvent>> events)
    {
        Publish(events);
        if (_state.Snapshot is null)
            throw new InvalidDataException($"The log of this {_kind.Tables.Noun} is empty.");
    }

    /// <summary>Told of new events, with <see cref="Gate"/> held and the new state in place.</summary>
    protected virtual void OnPublished(IReadOnlyList<LoggedEvent<TEvent>> events)
    {
    }

    /// <summary>Told that the log could not be written, with <see cref="Gate"/> held.</summary>
    protected virtual void OnFailed()
    {
    }

    /// <summary>Changes something that no event tells, and wakes those who wait.</summary>
    protected void Change(Action change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (Gate)
        {
            change();
            Signal();
        }
    }

    /// <summary>Waits for news, unless there is some already.</summary>
    /// <param name="isThere">Whether there is; asked with <see cref="Gate"/> held.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    protected Task WaitAsync(Func<bool> isThere, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isThere);
        lock (Gate)
            return isThere() ? Task.CompletedTask : _changed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Those that are not here yet: they come from the run, and from reading the log, whichever is first.</summary>
    private IReadOnlyList<LoggedEvent<TEvent>> New(IReadOnlyList<LoggedEvent<TEvent>> events)
    {
        var last = _state.Snapshot?.Sequence ?? 0;
        return events.Count > 0 && events[0].Sequence <= last ? [.. events.SkipWhile(logged => logged.Sequence <= last)] : events;
    }

    /// <summary>Wakes those who wait; they go on elsewhere, not on this thread.</summary>
    private void Signal()
    {
        _state = _state with { Version = _state.Version + 1 };
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A snapshot with the time stamp of its arrival, exchanged together.</summary>
    private sealed record State(TSnapshot? Snapshot, long Version, long Stamp, string? LogFailure);
}
