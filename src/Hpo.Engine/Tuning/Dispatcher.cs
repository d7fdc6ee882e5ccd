using System.Diagnostics.CodeAnalysis;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Asks the scheduler what a free worker is to do, sees to it, and holds the scheduler to its contract. Nothing here waits. Everything happens with
/// the gate of the run's state held.
/// </summary>
internal sealed class Dispatcher(RunState state)
{
    /// <summary>For each worker what it was told to do with a paused trial, until that trial's checkpoint is saved.</summary>
    private readonly Dictionary<int, PausedTrial> _promises = [];

    /// <summary>What workers were told that have left since.</summary>
    private readonly Queue<PausedTrial> _leftBehind = [];

    private string Who => state.Scheduler.GetType().Name;

    /// <summary>Decides what a worker is to run.</summary>
    /// <param name="worker">The worker, which is free.</param>
    /// <param name="assignment">What it runs; null when there is nothing, now or for ever.</param>
    /// <returns>Whether the answer is final; if not, it is to be asked for again after the next change.</returns>
    /// <exception cref="InvalidOperationException">The scheduler broke its contract.</exception>
    public bool TryAssign(int worker, out Assignment? assignment)
    {
        assignment = null;
        while (state.Ending is null && !state.IsStopRequested && assignment is null)
        {
            if (state.IsPauseRequested)
                return false;
            if (state.Interrupted.TryDequeue(out var interrupted))
            {
                // a person may have stopped it meanwhile
                assignment = state.Active.ContainsKey(interrupted.Id) ? RunAgain(interrupted) : null;
            }
            // that the scheduler has told another worker since that nothing is left does not undo a promise
            else if (_promises.TryGetValue(worker, out var promise))
            {
                if (!TryKeep(promise, out assignment))
                    return false;
                _promises.Remove(worker);
            }
            else if (state.Undone.TryDequeue(out var undone))
            {
                Promise(worker, undone);
            }
            else if (_leftBehind.TryDequeue(out var left))
            {
                _promises.Add(worker, left);
            }
            else if (state.Plan.Enqueued.Count > 0 && state.Scheduler.CanStartOther)
            {
                assignment = StartEnqueued();
            }
            else if (state.Exhausted is not null)
            {
                return true;
            }
            else if (!TryAsk(worker, out assignment))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A worker leaves: another does what it was told.</summary>
    public void Leave(int worker)
    {
        if (!_promises.Remove(worker, out var promise))
            return;
        _leftBehind.Enqueue(promise);
        state.Changed();
    }

    /// <summary>Asks once; false when the worker has to wait.</summary>
    private bool TryAsk(int worker, out Assignment? assignment)
    {
        assignment = null;
        var began = state.Time.GetTimestamp();
        switch (state.Scheduler.Suggest(state.Plan.NextTrialId))
        {
            case Decision.Start start:
                return TryStart(start, began, out assignment);
            case Decision.Resume resume:
                Claim(worker, resume.TrialId, resume.Reason, isResumed: true, began);
                return true;
            case Decision.Stop stop:
                Claim(worker, stop.TrialId, stop.Reason, isResumed: false, began);
                return true;
            case Decision.Exhausted exhausted:
                state.Exhausted = exhausted.Reason;
                state.Changed();
                return true;
            case Decision.Wait when state.Active.Values.All(trial => trial.IsPaused && !trial.IsPromised):
                throw new InvalidOperationException($"{Who} waits although no trial is running.");
            case Decision.Wait:
                return false;
            default:
                throw new InvalidOperationException($"{Who} gave no decision.");
        }
    }

    private bool TryStart(Decision.Start start, long began, [NotNullWhen(true)] out Assignment? assignment)
    {
        assignment = null;
        if (state.Plan.NextTrialId is null)
            throw new InvalidOperationException($"{Who} starts a trial although all have been started.");
        // its worker is saving the checkpoint; meanwhile another worker may be given the same trial to start, so that all ask again
        if (start.ParentId is { } parent && state.Active.GetValueOrDefault(parent) is { IsPausing: true, IsPaused: false })
            return false;
        var origin = start.ParentId is { } parentId ? Parent(parentId) : null;
        var trial = state.Start(start.Configuration, origin);
        assignment = new Assignment(trial, start.Reason, IsResumed: false, start.ParentId, state.Time.GetElapsedTime(began), state.Events);
        return true;
    }

    private ActiveTrial Parent(int parentId) => state.Active.GetValueOrDefault(parentId) is { CheckpointEpoch: > 0 } parent
        ? parent
        : throw new InvalidOperationException($"{Who} starts a trial from trial {parentId}, which has ended or was never paused.");

    private Assignment StartEnqueued()
    {
        var enqueued = state.Plan.Take();
        var trial = state.Start(enqueued.Configuration, null);
        return new Assignment(trial, "tried because a person asked for it", IsResumed: false, ParentId: null, TimeSpan.Zero, state.Events, enqueued.Number);
    }

    private Assignment RunAgain(ActiveTrial trial)
    {
        var from = trial.CheckpointEpoch > 0 ? $"run again from its checkpoint after epoch {trial.CheckpointEpoch}" : "run again";
        return new(trial, $"{from}, because the program had ended before it was done", IsResumed: true, ParentId: null, TimeSpan.Zero, state.Events);
    }

    /// <summary>Promises a trial that the scheduler has paused to the worker that asks.</summary>
    private void Claim(int worker, int trialId, string reason, bool isResumed, long began)
    {
        if (!state.Active.TryGetValue(trialId, out var trial) || !trial.IsPausing || trial.IsPromised)
            throw new InvalidOperationException($"{Who} {(isResumed ? "resumes" : "stops")} trial {trialId}, which is not paused.");
        Promise(worker, trial, reason, isResumed, state.Time.GetElapsedTime(began));
    }

    /// <summary>Promises what had been decided before the study was interrupted.</summary>
    private void Promise(int worker, Decision decision)
    {
        if (decision is Decision.Resume resume && state.Active.TryGetValue(resume.TrialId, out var toResume))
            Promise(worker, toResume, resume.Reason, isResumed: true, TimeSpan.Zero);
        else if (decision is Decision.Stop stop && state.Active.TryGetValue(stop.TrialId, out var toStop))
            Promise(worker, toStop, stop.Reason, isResumed: false, TimeSpan.Zero);
    }

    /// <summary>The decision counts as runtime, the wait for the checkpoint does not: the worker that saves it counts that time.</summary>
    private void Promise(int worker, ActiveTrial trial, string reason, bool isResumed, TimeSpan decisionTime)
    {
        trial.IsPromised = true;
        _promises.Add(worker, new PausedTrial(trial, reason, isResumed, decisionTime, state.Events));
    }

    /// <summary>Does what was promised, unless the trial has ended instead; false as long as its checkpoint is being saved.</summary>
    private bool TryKeep(PausedTrial promise, out Assignment? assignment)
    {
        assignment = null;
        var trial = promise.Trial;
        if (!state.Active.ContainsKey(trial.Id))
            return true;
        if (!trial.IsPaused)
            return false;
        if (promise.IsResumed)
        {
            assignment = new Assignment(trial, promise.Reason, IsResumed: true, ParentId: null, promise.DecisionTime, promise.DecidedAfter);
            return true;
        }

        state.End(trial, TrialStatus.Stopped, promise.Reason, state.Events - promise.DecidedAfter);
        return true;
    }

    /// <summary>What a worker was told to do with a paused trial.</summary>
    private sealed record PausedTrial(ActiveTrial Trial, string Reason, bool IsResumed, TimeSpan DecisionTime, int DecidedAfter);
}
