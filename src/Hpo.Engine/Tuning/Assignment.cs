namespace Hpo.Engine.Tuning;

/// <summary>What a worker is to run next: decided, and not begun yet.</summary>
/// <param name="Trial">The trial, new or paused.</param>
/// <param name="Reason">Why this one, in words.</param>
/// <param name="IsResumed">Whether the trial was paused and goes on.</param>
/// <param name="ParentId">The trial from whose checkpoint a new one goes on; null when it starts from nothing.</param>
/// <param name="DecisionTime">What the decision took by the clock of the run.</param>
/// <param name="DecidedAfter">How many events there had been when it was decided.</param>
/// <param name="EventsSinceDecision">How many events lie between what the searcher knew and the booking of a new trial.</param>
/// <param name="Enqueued">The number under which a person had enqueued its configuration; null when nobody had.</param>
internal sealed record Assignment(
    ActiveTrial Trial, string Reason, bool IsResumed, int? ParentId, TimeSpan DecisionTime, int DecidedAfter, int EventsSinceDecision = 0, int? Enqueued = null);
