using System.Collections.Immutable;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Studies.Views;

/// <summary>A study as it stood after one event of its log. Immutable, so that all viewers can share it.</summary>
public sealed record StudySnapshot : ILogSnapshot
{
    /// <summary>The snapshot before any event.</summary>
    public static StudySnapshot Empty { get; } = new();

    /// <summary>The last event it contains; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>When that event happened, counted from the start of the study.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Where the study stands.</summary>
    public StudyStatus Status { get; init; }

    /// <inheritdoc/>
    public bool HasEnded => Status == StudyStatus.Ended;

    /// <summary>How it ended; null until then.</summary>
    public StudyOutcome? Outcome { get; init; }

    /// <summary>How it ended, in words; null until then.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>Whether it was interrupted, so that it can go on.</summary>
    public bool CanResume => Outcome == StudyOutcome.Interrupted;

    /// <summary>When it was started; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The ladders of its scheduler, empty for one without rungs.</summary>
    public ImmutableArray<Bracket> Brackets { get; init; } = [];

    /// <summary>All trials by number.</summary>
    public ImmutableList<TrialView> Trials { get; init; } = [];

    /// <summary>The incumbent curve, a step a new best.</summary>
    public ImmutableList<IncumbentStep> Incumbents { get; init; } = [];

    /// <summary>How many trials a person has asked for since it began; null as long as those of its definition count.</summary>
    public int? NumberOfTrials { get; init; }

    /// <summary>How many workers a person has asked for since it began; null as long as those of its definition count.</summary>
    public int? Workers { get; init; }

    /// <summary>Whether a person asked it to start no more trials.</summary>
    public bool IsStopRequested { get; init; }

    /// <summary>What people want tried and has not been started, in order.</summary>
    public ImmutableList<EnqueuedTry> Enqueued { get; init; } = [];

    /// <summary>What people did to the study while it ran, in order.</summary>
    public ImmutableList<StudyEvent> Steering { get; init; } = [];

    /// <summary>How many trials are in each status.</summary>
    public ImmutableDictionary<TrialStatus, int> Counts { get; init; } = ImmutableDictionary<TrialStatus, int>.Empty;

    /// <summary>The summed runtime of all finished trials.</summary>
    public TimeSpan CumulativeRuntime { get; init; }

    /// <summary>The last stack trace of a trial that failed; null before the first.</summary>
    internal string? LatestTrace { get; init; }

    /// <summary>The last step of the incumbent curve; null before the first.</summary>
    public IncumbentStep? Incumbent => Incumbents.IsEmpty ? null : Incumbents[^1];

    /// <summary>How many trials are running now.</summary>
    public int Running => Counts.GetValueOrDefault(TrialStatus.Running);

    /// <summary>How many trials have ended for good. Those that an interruption cut off have not: they can go on, and wait to do so as soon as the study is resumed.</summary>
    public int Ended => Counts.Where(count => count.Key.IsFinal() && count.Key != TrialStatus.Interrupted).Sum(count => count.Value);

    /// <summary>How many trials there are to be in all.</summary>
    public int TrialsAsked(StudyDefinition definition) => NumberOfTrials ?? definition.Stop.Trials;

    /// <summary>How many trials may run at the same time.</summary>
    public int WorkersAsked(StudyDefinition definition) => Workers ?? definition.Workers;

    /// <summary>Whether its time goes on between events.</summary>
    public bool IsTicking => Status is StudyStatus.Running or StudyStatus.Stopping or StudyStatus.Pausing;
}
