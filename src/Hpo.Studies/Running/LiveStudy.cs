using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>A study in memory, as all its viewers share it: the latest durable state, and the last events for those who follow.</summary>
public sealed class LiveStudy : LiveLog<StudyEvent, StudySnapshot>
{
    /// <summary>How many events are kept for viewers that lag behind; one that lags further starts again from the snapshot.</summary>
    private const int MaxRecent = 4096;

    private readonly Queue<LoggedEvent<StudyEvent>> _recent = new();
    private volatile StudyDefinition _definition;

    /// <summary>A study with the events it has so far.</summary>
    /// <param name="header">Its id, date and definition.</param>
    /// <param name="events">Its events.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isSimulated">Whether its events carry simulated time.</param>
    public LiveStudy(StudyHeader header, IEnumerable<LoggedEvent<StudyEvent>> events, TimeProvider time, bool isSimulated = false)
        : base((header ?? throw new ArgumentNullException(nameof(header))).Id, StudyLog.Kind, time)
    {
        Header = header;
        _definition = header.Definition;
        IsSimulated = isSimulated;
        Begin([.. events]);
    }

    /// <summary>Its id, date and definition.</summary>
    public StudyHeader Header { get; }

    /// <summary>Whose it is; empty for the presenter.</summary>
    public string Owner => Header.Owner;

    /// <summary>What it runs, under the name that it has now.</summary>
    public StudyDefinition Definition => _definition;

    /// <summary>Whether its time is simulated: it stands still between events.</summary>
    public bool IsSimulated { get; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt => Header.CreatedAt;

    /// <summary>How long the study has run by now; stands still while it is paused and once it has ended.</summary>
    public TimeSpan ElapsedNow
    {
        get
        {
            var (snapshot, age, failure) = Now;
            return !IsSimulated && failure is null && snapshot.IsTicking ? snapshot.Elapsed + age : snapshot.Elapsed;
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
    /// log: then start again from <see cref="LiveLog{TEvent, TSnapshot}.Snapshot"/>.
    /// </summary>
    public IReadOnlyList<LoggedEvent<StudyEvent>>? EventsAfter(long sequence)
    {
        lock (Gate)
        {
            var last = Snapshot.Sequence;
            if (sequence < 0 || sequence > last || last - sequence > _recent.Count)
                return null;
            return [.. _recent.Skip((int)(_recent.Count - (last - sequence)))];
        }
    }

    /// <summary>Waits until there is an event after a sequence number; returns at once if there is.</summary>
    public Task WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken = default) =>
        WaitAsync(() => Snapshot.Sequence > afterSequence, cancellationToken);

    /// <summary>Gives it another name; nothing is computed from it.</summary>
    internal void Call(string name)
    {
        if (_definition.Name != name)
            _definition = _definition with { Name = name };
    }

    /// <inheritdoc/>
    protected override void OnPublished(IReadOnlyList<LoggedEvent<StudyEvent>> events)
    {
        foreach (var logged in events)
            _recent.Enqueue(logged);
        while (_recent.Count > MaxRecent)
            _recent.Dequeue();
    }
}
