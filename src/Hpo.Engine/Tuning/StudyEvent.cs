using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Something that happened in a study. Everything that is shown, stored or exported is computed from the sequence of these.
/// </summary>
/// <param name="Elapsed">When it happened, counted from the start of the study.</param>
public abstract record StudyEvent(TimeSpan Elapsed);

/// <summary>The study began.</summary>
/// <param name="Elapsed">Zero.</param>
/// <param name="StartedAt">The date and time, for people; nothing is computed from it.</param>
/// <param name="Brackets">The ladders of the scheduler; null when it has none.</param>
public sealed record StudyStarted(TimeSpan Elapsed, DateTimeOffset StartedAt, IReadOnlyList<Bracket>? Brackets = null) : StudyEvent(Elapsed);

/// <summary>A worker started a new trial.</summary>
/// <param name="Elapsed">When its evaluation began.</param>
/// <param name="TrialId">Its number, from 0.</param>
/// <param name="Configuration">Its configuration.</param>
/// <param name="Reason">Why this configuration.</param>
/// <param name="Worker">The worker that runs it, from 0.</param>
/// <param name="ParentId">The trial from whose checkpoint it goes on; null when it starts from nothing.</param>
/// <param name="Enqueued">The number under which a person had enqueued its configuration; null when the scheduler suggested it.</param>
/// <param name="EventsSinceDecision">How many events lie between the moment whose knowledge the searcher's suggestion is made from and this one, because it took long.</param>
public sealed record TrialStarted(
    TimeSpan Elapsed,
    int TrialId,
    Configuration Configuration,
    string Reason,
    int Worker,
    int? ParentId = null,
    int? Enqueued = null,
    int EventsSinceDecision = 0) : StudyEvent(Elapsed);

/// <summary>A worker went on with a paused trial, or runs one again that was lost, or was running when the study was interrupted.</summary>
/// <param name="Elapsed">When its evaluation went on.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Reason">Why this trial.</param>
/// <param name="Worker">The worker that runs it.</param>
/// <param name="EventsSinceDecision">How many events lie between the scheduler's decision and this one, because the checkpoint was still being saved.</param>
public sealed record TrialResumed(
    TimeSpan Elapsed, int TrialId, string Reason, int Worker, int EventsSinceDecision = 0) : StudyEvent(Elapsed);

/// <summary>
/// An attempt at a trial is gone: its machine went away, say. The trial waits to be run again from its last checkpoint, or else from its beginning; what it had
/// reported stands and is not reported a second time.
/// </summary>
/// <param name="Elapsed">When that was known.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Runtime">The trial's runtime so far, what is lost included.</param>
/// <param name="Reason">What went away, in words.</param>
public sealed record TrialLost(TimeSpan Elapsed, int TrialId, TimeSpan Runtime, string Reason) : StudyEvent(Elapsed);

/// <summary>
/// The checkpoint from which a trial was to go on is not there, cannot be read, or is refused by the objective: it is computed again from its beginning. What it had reported stands and is
/// not reported a second time.
/// </summary>
/// <param name="Elapsed">When that was found; the trial has been started or resumed just before.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Epoch">The number of epochs the checkpoint was of.</param>
/// <param name="Reason">What is computed again, and why.</param>
public sealed record CheckpointLost(TimeSpan Elapsed, int TrialId, int Epoch, string Reason) : StudyEvent(Elapsed);

/// <summary>A trial finished an epoch with a finite error.</summary>
/// <param name="Elapsed">When the error was known.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Epoch">The number of epochs done, from 1.</param>
/// <param name="Error">The validation error.</param>
/// <param name="Runtime">The trial's runtime so far, the decision included.</param>
public sealed record EpochReported(TimeSpan Elapsed, int TrialId, int Epoch, double Error, TimeSpan Runtime) : StudyEvent(Elapsed);

/// <summary>A trial reached a rung; follows the report of its error, and precedes what becomes of the trial.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Standing">Its place on the rung at that moment.</param>
/// <param name="Reason">What was decided, in words; null when nothing needed saying.</param>
public sealed record RungReached(TimeSpan Elapsed, int TrialId, RungStanding Standing, string? Reason) : StudyEvent(Elapsed);

/// <summary>The scheduler set a trial aside; its last reported error counts from now on.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Runtime">The trial's runtime so far.</param>
/// <param name="Reason">Why.</param>
public sealed record TrialPaused(TimeSpan Elapsed, int TrialId, TimeSpan Runtime, string Reason) : StudyEvent(Elapsed);

/// <summary>A trial ended for good. If it was completed or stopped, its last reported error counts from now on.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="TrialId">Its number.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Runtime">The trial's whole runtime.</param>
/// <param name="Reason">Why, in words; null for a trial that was simply completed.</param>
/// <param name="EventsSinceDecision">As for <see cref="TrialResumed"/>, when the scheduler ended a trial that was paused.</param>
/// <param name="Trace">What the evaluation threw, with its stack, at most <see cref="LongestTrace"/> characters; null when it threw nothing.</param>
public sealed record TrialEnded(
    TimeSpan Elapsed, int TrialId, TrialStatus Status, TimeSpan Runtime, string? Reason, int EventsSinceDecision = 0, string? Trace = null) : StudyEvent(Elapsed)
{
    /// <summary>The most characters of a stack trace that are kept: its beginning, where the fault is.</summary>
    public const int LongestTrace = 4000;
}

/// <summary>A person asked the study to start no more trials and to end when the running ones have.</summary>
/// <param name="Elapsed">When.</param>
public sealed record StopRequested(TimeSpan Elapsed) : StudyEvent(Elapsed);

/// <summary>A person withdrew the request to stop: trials are started again.</summary>
/// <param name="Elapsed">When.</param>
public sealed record StopWithdrawn(TimeSpan Elapsed) : StudyEvent(Elapsed);

/// <summary>A person asked the study to pause: nothing new is begun, and running trials come to the end of their epochs.</summary>
/// <param name="Elapsed">When.</param>
public sealed record PauseRequested(TimeSpan Elapsed) : StudyEvent(Elapsed);

/// <summary>The study is paused and no trial computes any more; from now on its time stands still, and so do those of its running trials.</summary>
/// <param name="Elapsed">When.</param>
public sealed record StudyPaused(TimeSpan Elapsed) : StudyEvent(Elapsed);

/// <summary>A person let a paused study go on.</summary>
/// <param name="Elapsed">When; if the study had come to rest, the time of <see cref="StudyPaused"/>.</param>
public sealed record StudyContinued(TimeSpan Elapsed) : StudyEvent(Elapsed);

/// <summary>A person changed the number of trials.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="Trials">How many there are to be in all.</param>
public sealed record NumberOfTrialsChanged(TimeSpan Elapsed, int Trials) : StudyEvent(Elapsed);

/// <summary>A person changed the number of workers. When there are fewer, those too many finish what they run.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="Workers">How many trials may run at the same time.</param>
public sealed record WorkersChanged(TimeSpan Elapsed, int Workers) : StudyEvent(Elapsed);

/// <summary>A person asked for a configuration to be tried: before anything else that is new, as soon as the scheduler can take it.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="Number">Its number among the enqueued ones, from 0.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="Trials">How many trials there are to be in all: one more than before if all others were spoken for.</param>
public sealed record ConfigurationEnqueued(TimeSpan Elapsed, int Number, Configuration Configuration, int Trials) : StudyEvent(Elapsed);

/// <summary>A person took back an enqueued configuration that had not been started.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="Number">Its number.</param>
/// <param name="Trials">How many trials there are to be in all.</param>
public sealed record ConfigurationWithdrawn(TimeSpan Elapsed, int Number, int Trials) : StudyEvent(Elapsed);

/// <summary>A person asked for one trial to end; its end follows as soon as it has noticed, and its last reported error counts.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="TrialId">Its number.</param>
public sealed record TrialStopRequested(TimeSpan Elapsed, int TrialId) : StudyEvent(Elapsed);

/// <summary>
/// A study that had been interrupted goes on. Its trials that were running then are open again and are run again under their own numbers; what
/// they had reported stands and is not reported a second time.
/// </summary>
/// <param name="Elapsed">The time of the last event before: the time between does not count.</param>
/// <param name="ResumedAt">The date and time, for people; nothing is computed from it.</param>
public sealed record StudyResumed(TimeSpan Elapsed, DateTimeOffset ResumedAt) : StudyEvent(Elapsed);

/// <summary>The study ended; no event follows, unless it was interrupted and is resumed.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="Outcome">How.</param>
/// <param name="Reason">In words.</param>
public sealed record StudyEnded(TimeSpan Elapsed, StudyOutcome Outcome, string Reason) : StudyEvent(Elapsed);
