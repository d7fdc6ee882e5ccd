using Hpo.Engine.Space;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Decides what each free worker does, and after each report whether a trial goes on (the chapter's <c>HPOScheduler</c>).
/// Called by one thread at a time. A scheduler that wraps another forwards every member.
/// </summary>
public abstract class HpoScheduler
{
    /// <summary>Decides what a free worker does.</summary>
    /// <param name="trialId">
    /// The number a new trial would have, from 0; null when all trials of the study have been started, which leaves paused ones to resume.
    /// </param>
    public abstract Decision Suggest(int? trialId);

    /// <summary>Learns the error of a trial after an epoch and decides what becomes of it. The error is finite. After the last epoch the trial is completed whatever the answer.</summary>
    public abstract Verdict Update(Configuration configuration, double error, TrialInfo info);

    /// <summary>Learns that the trial it suggested was started.</summary>
    public abstract void OnTrialStarted(int trialId, Configuration configuration);

    /// <summary>Learns that a trial will not report any more because it failed, timed out or was cancelled.</summary>
    public abstract void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status);
}
