using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Decides what each free worker does, and after each report whether a trial goes on (the chapter's <c>HPOScheduler</c>).
/// Called by one thread at a time. A scheduler that wraps another forwards every member. The searcher learns of every trial that is started and
/// of every one that fails, and learns an error whenever trials are compared (at the rungs of a scheduler that has some) and after the last epoch.
/// </summary>
public abstract class HpoScheduler
{
    /// <summary>The ladders on which trials are compared, in the order of their numbers; empty for a scheduler without rungs.</summary>
    public virtual IReadOnlyList<Bracket> Brackets => [];

    /// <summary>What keeps this scheduler from running an objective: no epochs, no checkpoints, another number of epochs. Empty when nothing does.</summary>
    /// <param name="objective">What is to be minimised.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
    public virtual IReadOnlyList<Problem> CheckObjective(Objective objective, int maxEpochs) => [];

    /// <summary>Decides what a free worker does.</summary>
    /// <param name="trialId">
    /// The number a new trial would have, from 0; null when all trials of the study have been started, which leaves paused ones to resume.
    /// </param>
    public abstract Decision Suggest(int? trialId);

    /// <summary>Learns the error of a trial after an epoch and decides what becomes of it. The error is finite. After the last epoch the trial is completed whatever the answer.</summary>
    public abstract Verdict Update(Configuration configuration, double error, TrialInfo info);

    /// <summary>
    /// Whether a trial that it did not suggest may be started now, because a person wants a configuration tried; it then is a trial like any
    /// other. When not, that trial is started as soon as it may be.
    /// </summary>
    public virtual bool CanStartOther => true;

    /// <summary>Learns that a trial was started: the one it suggested, or one that it did not (<see cref="CanStartOther"/>).</summary>
    public abstract void OnTrialStarted(int trialId, Configuration configuration);

    /// <summary>Learns that the last trial of the study was started: no new one will come.</summary>
    public virtual void OnAllTrialsStarted()
    {
    }

    /// <summary>Learns that there will be new trials after all, although <see cref="OnAllTrialsStarted"/> said otherwise.</summary>
    public virtual void OnTrialsAdded()
    {
    }

    /// <summary>Learns that a trial will not report any more because it failed, timed out or was cancelled, or because a person stopped it.</summary>
    public abstract void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status);
}
