using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>
/// A comparison in memory, as all its viewers share it. Nobody is called back: viewers come, take the newest snapshot and wait for the next
/// version, so that a slow one skips what it missed and costs nobody anything.
/// </summary>
public sealed class LiveComparison
{
    private readonly TimeProvider _time;
    private readonly int _threads;
    private readonly Action<LoggedComparisonEvent> _write;
    private readonly Lock _gate = new(), _order = new();
    private TaskCompletionSource _changed = NewSignal();
    private volatile State _state;
    private long _lastWritten;
    private bool _isClosed;

    internal LiveComparison(
        string id, IReadOnlyList<LoggedComparisonEvent> events, Action<LoggedComparisonEvent> write, int threads, TimeProvider time)
    {
        Id = id;
        _write = write;
        _threads = threads;
        _time = time;
        _state = new State(ComparisonFold.Fold(events), 1, time.GetTimestamp());
        _lastWritten = _state.Snapshot.Sequence;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The latest durable state.</summary>
    public ComparisonSnapshot Snapshot => _state.Snapshot;

    /// <summary>Counts everything new, from 1: events, and the progress of a race.</summary>
    public long Version => _state.Version;

    /// <summary>Why its log ends before the comparison did, in words; null as long as all is well.</summary>
    public string? LogFailure => _state.LogFailure;

    /// <summary>In a race: how far the running methods have come.</summary>
    public ImmutableArray<LaneProgress> Lanes => _state.Lanes;

    /// <summary>How far it has come by now.</summary>
    public ComparisonProgress Progress
    {
        get
        {
            var state = _state;
            var (snapshot, now) = (state.Snapshot, _time.GetUtcNow());
            var elapsed = (snapshot.EndedAt ?? now) - snapshot.RunningSince;
            return new(
                snapshot.Results.Count,
                snapshot.Definition.TotalResults,
                elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero,
                state.LogFailure is null ? TimeLeft(state) : null);
        }
    }

    /// <summary>The comparison as one line of a list.</summary>
    public ComparisonSummary Summary => SummaryOf(Id, Snapshot, Snapshot.Results.Count);

    /// <summary>Waits until there is a version after a number; returns at once if there is.</summary>
    public Task WaitForChangeAsync(long afterVersion, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return _state.Version > afterVersion ? Task.CompletedTask : _changed.Task.WaitAsync(cancellationToken);
    }

    internal static ComparisonSummary SummaryOf(string id, ComparisonSnapshot snapshot, int done) => new(
        id,
        snapshot.Name,
        snapshot.StartedAt,
        snapshot.Definition.Kind,
        snapshot.Status,
        snapshot.Outcome,
        done,
        snapshot.Definition.TotalResults,
        snapshot.Definition.Objectives.Length,
        snapshot.Definition.Methods.Length,
        snapshot.Definition.Repetitions);

    /// <summary>Hands an event to the log; it is shown once it is durable. After <see cref="Close"/> nothing is written.</summary>
    /// <exception cref="IOException">The log cannot be written.</exception>
    internal void Record(ComparisonEvent comparisonEvent)
    {
        lock (_order)
        {
            if (!_isClosed)
                _write(new(Id, ++_lastWritten, comparisonEvent));
        }
    }

    /// <summary>Lets nothing more into the log and returns once what was handed over is durable, or never will be.</summary>
    internal void Close()
    {
        lock (_order)
            _isClosed = true;
        Flush();
    }

    /// <summary>Returns once what was handed over is durable, or never will be.</summary>
    internal void Flush()
    {
        long last;
        lock (_order)
            last = _lastWritten;
        while (_state is { LogFailure: null } state && state.Snapshot.Sequence < last)
            WaitForChangeAsync(state.Version).GetAwaiter().GetResult();
    }

    /// <summary>Takes in events that have become durable, in order.</summary>
    internal void Publish(IReadOnlyList<LoggedComparisonEvent> events)
    {
        lock (_gate)
        {
            var snapshot = _state.Snapshot.Apply(events);
            Show(_state with
            {
                Snapshot = snapshot,
                ResultStamp = events.Any(logged => logged.Event is RepetitionFinished or ComparisonResumed) ? _time.GetTimestamp() : _state.ResultStamp,
                Lanes = [.. _state.Lanes.Where(lane => snapshot.Status == ComparisonStatus.Running && !HasFinished(events, lane.Lane))],
            });
        }
    }

    /// <summary>Shows how far a method of a race has come.</summary>
    internal void Report(LaneProgress progress)
    {
        lock (_gate)
        {
            var others = _state.Lanes.Where(lane => lane.Lane != progress.Lane);
            Show(_state with { LaneStamp = _time.GetTimestamp(), Lanes = [.. others.Append(progress).OrderBy(lane => lane.Lane.Method)] });
        }
    }

    /// <summary>Notes that the log could not be written.</summary>
    internal void Fail(string reason)
    {
        lock (_gate)
            Show(_state with { LogFailure = reason, Lanes = [] });
    }

    private TimeSpan? TimeLeft(State state) => state.Snapshot.Definition.Kind == ComparisonKind.Race
        ? TimeLeftRules.EstimateRace(state.Snapshot, state.Lanes, _time.GetElapsedTime(state.LaneStamp))
        : TimeLeftRules.Estimate(state.Snapshot, _threads, _time.GetElapsedTime(state.ResultStamp));

    private static bool HasFinished(IReadOnlyList<LoggedComparisonEvent> events, Lane lane) => events.Any(logged =>
        logged.Event is RepetitionFinished { Result: var result } && new Lane(result.Objective, result.Method, result.Repetition) == lane);

    /// <summary>Shows a new state and wakes those who wait; they go on elsewhere, not on this thread.</summary>
    private void Show(State state)
    {
        _state = state with { Version = _state.Version + 1 };
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is exchanged together; the stamps are those of the last result and of the last progress of a race.</summary>
    private sealed record State(ComparisonSnapshot Snapshot, long Version, long ResultStamp, string? LogFailure = null)
    {
        public ImmutableArray<LaneProgress> Lanes { get; init; } = [];

        public long LaneStamp { get; init; }
    }
}
