using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Asks the scheduler what a free worker is to do, sees to it, and holds the scheduler to its contract. Everything happens with the gate of the run's
/// state held.
/// </summary>
internal sealed class Dispatcher(RunState state, int numberOfTrials)
{
    private string Who => state.Scheduler.GetType().Name;

    /// <summary>Asks once and does what the scheduler says; null when that gave this worker no trial.</summary>
    /// <exception cref="InvalidOperationException">The scheduler broke its contract.</exception>
    public ActiveTrial? Decide(int worker)
    {
        var began = state.Time.GetTimestamp();
        switch (state.Scheduler.Suggest(state.Started < numberOfTrials ? state.Started : null))
        {
            case Decision.Start start:
                return StartTrial(start, worker, began);
            case Decision.Resume resume:
                return ResumeTrial(resume, worker, state.Time.GetElapsedTime(began));
            case Decision.Stop stop:
                StopPaused(stop);
                return null;
            case Decision.Exhausted exhausted:
                state.Exhausted = exhausted.Reason;
                state.Changed();
                return null;
            case Decision.Wait when state.Active.Values.All(trial => trial.IsPaused && !trial.IsPromised):
                throw new InvalidOperationException($"{Who} waits although no trial is running.");
            case Decision.Wait:
                state.AwaitChange();
                return null;
            default:
                throw new InvalidOperationException($"{Who} gave no decision.");
        }
    }

    private ActiveTrial? StartTrial(Decision.Start start, int worker, long began)
    {
        if (state.Started >= numberOfTrials)
            throw new InvalidOperationException($"{Who} starts a trial although all have been started.");
        if (start.ParentId is { } parent && state.Active.GetValueOrDefault(parent) is { IsPausing: true, IsPaused: false })
        {
            // its worker is saving the checkpoint; meanwhile another worker may be given the same trial to start, so that all ask again
            state.AwaitChange();
            return null;
        }

        var checkpoint = start.ParentId is { } parentId ? CheckpointOf(parentId) : null;
        // before anything is booked: a trial whose start the scheduler could not take in was never started
        state.Scheduler.OnTrialStarted(state.Started, start.Configuration);
        var trial = new ActiveTrial(state.Started++, start.Configuration) { Began = began, Checkpoint = checkpoint };
        state.Active.Add(trial.Id, trial);
        state.Emit(new TrialStarted(state.Elapsed, trial.Id, trial.Configuration, start.Reason, worker, start.ParentId));
        return trial;
    }

    private byte[] CheckpointOf(int parentId) => state.Active.GetValueOrDefault(parentId)?.Checkpoint
        ?? throw new InvalidOperationException($"{Who} starts a trial from trial {parentId}, which has ended or was never paused.");

    private void StopPaused(Decision.Stop stop)
    {
        var trial = Claim(stop.TrialId, "stops");
        if (AwaitPaused(trial))
            state.End(trial, TrialStatus.Stopped, stop.Reason);
        state.Changed();
    }

    private ActiveTrial? ResumeTrial(Decision.Resume resume, int worker, TimeSpan decision)
    {
        var trial = Claim(resume.TrialId, "resumes");
        if (!AwaitPaused(trial))
            return null;
        trial.IsPausing = trial.IsPaused = trial.IsPromised = false;
        // the decision counts, the wait for the checkpoint does not: the worker that saved it has counted that time
        trial.RuntimeBefore += decision;
        trial.Began = state.Time.GetTimestamp();
        state.Emit(new TrialResumed(state.Elapsed, trial.Id, resume.Reason, worker));
        return trial;
    }

    /// <summary>The trial that the scheduler has paused, promised to the worker that asks.</summary>
    private ActiveTrial Claim(int trialId, string verb)
    {
        if (!state.Active.TryGetValue(trialId, out var trial) || !trial.IsPausing || trial.IsPromised)
            throw new InvalidOperationException($"{Who} {verb} trial {trialId}, which is not paused.");
        trial.IsPromised = true;
        return trial;
    }

    /// <summary>Waits until the worker of a trial that the scheduler has paused has saved its checkpoint.</summary>
    /// <returns>False if the trial or the run ended instead.</returns>
    private bool AwaitPaused(ActiveTrial trial)
    {
        // that the scheduler has told another worker since that nothing is left does not undo this decision
        while (state.Ending is null && !state.IsStopRequested && state.Active.ContainsKey(trial.Id))
        {
            if (trial.IsPaused)
                return true;
            state.AwaitChange();
        }

        return false;
    }
}
