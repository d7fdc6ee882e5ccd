using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>
/// A study in memory, as all its viewers share it: the latest durable state, and the last events for those who follow. A viewer that
/// is slow or gone costs nothing here, because nobody is called back: viewers come and ask.
/// </summary>
public sealed class LiveStudy
{
    /// <summary>How many events are kept for viewers that lag behind; one that lags further starts again from the snapshot.</summary>
    private const int MaxRecent = 4096;

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<LoggedEvent> _recent = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>What <see cref="Require"/> has found to follow; null for nothing.</summary>
    private (StudySnapshot From, LoggedEvent Last, StudySnapshot To)? _expected;
    private volatile State _state;
    private volatile StudyDefinition _definition;

    /// <summary>A study with the events it has so far.</summary>
    /// <param name="header">Its id, date and definition.</param>
    /// <param name="events">Its events.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isSimulated">Whether its events carry simulated time.</param>
    public LiveStudy(StudyHeader header, IEnumerable<LoggedEvent> events, TimeProvider time, bool isSimulated = false)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        Header = header;
        _definition = header.Definition;
        IsSimulated = isSimulated;
        _state = new State(StudySnapshot.Empty, time.GetTimestamp());
        Publish([.. events]);
    }

    /// <summary>Its id, date and definition.</summary>
    public StudyHeader Header { get; }

    /// <summary>Its id.</summary>
    public string Id => Header.Id;

    /// <summary>Whose it is; empty for the presenter.</summary>
    public string Owner => Header.Owner;

    /// <summary>What it runs, under the name that it has now.</summary>
    public StudyDefinition Definition => _definition;

    /// <summary>Gives it another name; nothing is computed from it.</summary>
    internal void Call(string name)
    {
        if (_definition.Name != name)
            _definition = _definition with { Name = name };
    }

    /// <summary>Whether its time is simulated: it stands still between events.</summary>
    public bool IsSimulated { get; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt => Header.CreatedAt;

    /// <summary>The latest durable state.</summary>
    public StudySnapshot Snapshot => _state.Snapshot;

    /// <summary>
    /// Why the study's log ends before the study did, in words: it could not be written. Null as long as all is well. This is the one
    /// thing no event can tell.
    /// </summary>
    public string? LogFailure => _state.LogFailure;

    /// <summary>How long the study has run by now; stands still while it is paused and once it has ended.</summary>
    public TimeSpan ElapsedNow
    {
        get
        {
            var state = _state;
            return !IsSimulated && state.LogFailure is null && state.Snapshot.IsTicking
                ? state.Snapshot.Elapsed + _time.GetElapsedTime(state.Stamp)
                : state.Snapshot.Elapsed;
        }
    }

    /// <summary>The study as one line of a list.</summary>
    public StudySummary Summary
    {
        get
        {
            var snapshot = Snapshot;
            return new StudySummary(
                Id, Definition.Name, CreatedAt, snapshot.Status, snapshot.Outcome, snapshot.Incumbent?.Error, snapshot.Ended,
                snapshot.TrialsAsked(Definition), ElapsedNow)
            {
                Problem = LogFailure,
                Owner = Owner,
                Objective = Definition.Objective.Type,
                Searcher = Definition.Searcher.Type,
                Scheduler = Definition.Scheduler.Type,
            };
        }
    }

    /// <summary>
    /// The durable events after a sequence number; empty when there are none yet. Null when the number lies too far back, or ahead of the
    /// log: then start again from <see cref="Snapshot"/>.
    /// </summary>
    public IReadOnlyList<LoggedEvent>? EventsAfter(long sequence)
    {
        lock (_gate)
        {
            var last = Snapshot.Sequence;
            if (sequence < 0 || sequence > last || last - sequence > _recent.Count)
                return null;
            return [.. _recent.Skip((int)(_recent.Count - (last - sequence)))];
        }
    }

    /// <summary>Waits until there is an event after a sequence number; returns at once if there is.</summary>
    public Task WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return Snapshot.Sequence > afterSequence ? Task.CompletedTask : _changed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sees to it that events can follow, which are about to be written, so that nothing is in the log that cannot be read from it.</summary>
    /// <exception cref="InvalidDataException">They cannot.</exception>
    internal void Require(IReadOnlyList<LoggedEvent> events)
    {
        lock (_gate)
        {
            events = New(events);
            if (events.Count > 0)
                _expected = (Snapshot, events[^1], Snapshot.Apply(events));
        }
    }

    /// <summary>Takes in events that have become durable, in order; those that it has already are passed over.</summary>
    /// <exception cref="InvalidDataException">They cannot follow; nothing is taken in.</exception>
    internal void Publish(IReadOnlyList<LoggedEvent> events)
    {
        lock (_gate)
        {
            events = New(events);
            if (events.Count == 0)
                return;
            // the work has been done when they were required
            var next = _expected is var (from, last, to) && ReferenceEquals(from, Snapshot) && ReferenceEquals(last, events[^1]) ? to : Snapshot.Apply(events);
            _expected = null;
            _state = new State(next, _time.GetTimestamp(), LogFailure);
            foreach (var logged in events)
                _recent.Enqueue(logged);
            while (_recent.Count > MaxRecent)
                _recent.Dequeue();
            Signal();
        }
    }

    /// <summary>Notes that the log could not be written.</summary>
    internal void Fail(string reason)
    {
        lock (_gate)
        {
            _state = _state with { LogFailure = reason };
            Signal();
        }
    }

    /// <summary>Notes that the log can be written again.</summary>
    internal void Recover()
    {
        lock (_gate)
            _state = _state with { LogFailure = null };
    }

    /// <summary>Those that are not here yet: they come from the run, and from reading the log, whichever is first.</summary>
    private IReadOnlyList<LoggedEvent> New(IReadOnlyList<LoggedEvent> events) => events.Count > 0 && events[0].Sequence <= Snapshot.Sequence
        ? [.. events.SkipWhile(logged => logged.Sequence <= Snapshot.Sequence)]
        : events;

    /// <summary>Wakes those who wait; they go on elsewhere, not on this thread.</summary>
    private void Signal()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A snapshot with the time stamp of its arrival, exchanged together.</summary>
    private sealed record State(StudySnapshot Snapshot, long Stamp, string? LogFailure = null);
}
