using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Running;

/// <summary>
/// A comparison in memory, as all its viewers share it. Viewers come, take the newest snapshot and wait for the next version, so that a slow one skips what it missed and costs nobody
/// anything.
/// </summary>
public sealed class LiveComparison : LiveLog<ComparisonEvent, ComparisonSnapshot>
{
    private readonly int _threads;
    private volatile Pace _pace;

    /// <summary>A comparison with the events it has so far.</summary>
    /// <exception cref="InvalidDataException">They cannot follow one another, or there are none.</exception>
    internal LiveComparison(string id, IReadOnlyList<LoggedEvent<ComparisonEvent>> events, int threads, TimeProvider time)
        : base(id, ComparisonLog.Kind, time)
    {
        _threads = threads;
        _pace = new Pace([], time.GetTimestamp(), time.GetTimestamp());
        Begin(events);
    }

    /// <summary>In a race that runs here: how far the running methods have come.</summary>
    public ImmutableArray<LaneProgress> Lanes => _pace.Lanes;

    /// <summary>How far it has come by now.</summary>
    public ComparisonProgress Progress
    {
        get
        {
            var (snapshot, now) = (Snapshot, Time.GetUtcNow());
            var elapsed = (snapshot.EndedAt ?? now) - snapshot.RunningSince;
            return new(
                snapshot.Results.Count,
                snapshot.Definition.TotalResults,
                elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero,
                LogFailure is null ? TimeLeft(snapshot, _pace) : null);
        }
    }

    /// <summary>The comparison as one line of a list.</summary>
    public ComparisonSummary Summary => ComparisonSummary.Of(Id, Snapshot, Snapshot.Results.Count) with { Problem = LogFailure };

    /// <summary>Waits until there is a version after a number; returns at once if there is.</summary>
    public Task WaitForChangeAsync(long afterVersion, CancellationToken cancellationToken = default) => WaitAsync(() => Version > afterVersion, cancellationToken);

    /// <summary>Shows how far a method of a race has come.</summary>
    internal void Report(LaneProgress progress) => Change(() =>
    {
        var others = _pace.Lanes.Where(lane => lane.Lane != progress.Lane);
        _pace = _pace with { LaneStamp = Time.GetTimestamp(), Lanes = [.. others.Append(progress).OrderBy(lane => lane.Lane.Method)] };
    });

    /// <inheritdoc/>
    protected override void OnPublished(IReadOnlyList<LoggedEvent<ComparisonEvent>> events)
    {
        var isRunning = !Snapshot.HasEnded;
        _pace = _pace with
        {
            ResultStamp = events.Any(logged => logged.Event is RepetitionFinished or ComparisonResumed) ? Time.GetTimestamp() : _pace.ResultStamp,
            Lanes = [.. _pace.Lanes.Where(lane => isRunning && !HasFinished(events, lane.Lane))],
        };
    }

    /// <inheritdoc/>
    protected override void OnFailed() => _pace = _pace with { Lanes = [] };

    private TimeSpan? TimeLeft(ComparisonSnapshot snapshot, Pace pace) => snapshot.Definition.Kind == ComparisonKind.Race
        ? TimeLeftRules.EstimateRace(snapshot, pace.Lanes, Time.GetElapsedTime(pace.LaneStamp))
        : TimeLeftRules.Estimate(snapshot, _threads, Time.GetElapsedTime(pace.ResultStamp));

    private static bool HasFinished(IReadOnlyList<LoggedEvent<ComparisonEvent>> events, Lane lane) => events.Any(logged =>
        logged.Event is RepetitionFinished { Result: var result } && new Lane(result.Objective, result.Method, result.Repetition) == lane);

    /// <summary>How fast it goes, which no event tells; the stamps are those of the last result and of the last progress of a race.</summary>
    private sealed record Pace(ImmutableArray<LaneProgress> Lanes, long ResultStamp, long LaneStamp);
}
