using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Asks the scheduler what a free worker is to do, sees to it, and holds the scheduler to its contract. Nothing here waits. Everything happens with
/// the lock of the run's state held.
/// </summary>
internal sealed class Dispatcher(RunState state)
{
    /// <summary>For each worker what it was told to do with a paused trial, until that trial's checkpoint is saved.</summary>
    private readonly Dictionary<int, PausedTrial> _promises = [];

    /// <summary>What workers were told that have left since.</summary>
    private readonly Queue<PausedTrial> _leftBehind = [];

    private string Who => state.Scheduler.GetType().Name;

    /// <summary>Decides what a worker is to do.</summary>
    /// <param name="worker">The worker, which is free.</param>
    /// <exception cref="InvalidOperationException">The scheduler broke its contract.</exception>
    public WorkerOrder Next(int worker)
    {
        while (state.Ending is null)
        {
            if (TryNext(worker) is { } order)
                return order;
        }

        return new WorkerOrder.Leave();
    }

    /// <summary>A searcher's work is done: whoever asks next starts the trial.</summary>
    public void Suggested(PendingSuggestion suggestion, Decision.Start made, TimeSpan decisionTime)
    {
        suggestion.Done(made, decisionTime);
        state.PauseIfQuiet();
        state.Changed();
    }

    /// <summary>A worker leaves: another does what it was told.</summary>
    public void Leave(int worker)
    {
        if (!_promises.Remove(worker, out var promise))
            return;
        _leftBehind.Enqueue(promise);
        state.Changed();
    }

    /// <summary>Goes one step, and gives the order that it leads to; null when another step is to be gone.</summary>
    private WorkerOrder? TryNext(int worker)
    {
        if (state.IsPauseRequested && !state.IsStopRequested)
            return new WorkerOrder.Wait();
        // a person may have stopped it meanwhile
        if (!state.IsPauseRequested && state.Waiting.TryDequeue(out var waiting))
            return waiting.State == TrialState.Waiting ? new WorkerOrder.Run(RunAgain(waiting)) : null;
        if (state.IsStopRequested)
            return new WorkerOrder.Leave();
        // that the scheduler has told another worker since that nothing is left does not undo a promise
        if (_promises.TryGetValue(worker, out var promise))
            return Keep(worker, promise);
        if (state.PendingDecisions.TryDequeue(out var decision))
        {
            Promise(worker, decision);
            return null;
        }

        if (_leftBehind.TryDequeue(out var left))
        {
            _promises.Add(worker, left);
            return null;
        }

        // one decision after the other: what is decided next must know of the trial that is being thought about
        if (state.Suggestion is { } suggestion)
            return suggestion.Made is { } made ? new WorkerOrder.Run(StartSuggested(suggestion, made)) : new WorkerOrder.Wait();
        if (state.Plan.Enqueued.Count > 0 && state.Scheduler.CanStartOther)
            return new WorkerOrder.Run(StartEnqueued());
        return state.Exhausted is null ? Ask(worker) : new WorkerOrder.Leave();
    }

    /// <summary>Asks the scheduler once.</summary>
    private WorkerOrder? Ask(int worker)
    {
        var began = state.Time.GetTimestamp();
        switch (state.Scheduler.Suggest(state.Plan.NextTrialId))
        {
            case Decision.Start start:
                return Start(start, began);
            case Decision.Propose propose:
                RequireTrialLeft();
                state.Suggestion = new PendingSuggestion(propose, state.Events);
                state.Plan.IsNextTaken = true;
                return new WorkerOrder.Suggest(state.Suggestion);
            case Decision.Resume resume:
                Claim(worker, resume.TrialId, resume.Reason, isResumed: true, began);
                return null;
            case Decision.Stop stop:
                Claim(worker, stop.TrialId, stop.Reason, isResumed: false, began);
                return null;
            case Decision.Exhausted exhausted:
                state.Exhausted = exhausted.Reason;
                state.Changed();
                return new WorkerOrder.Leave();
            case Decision.Wait when state.Active.Values.All(trial => trial.State == TrialState.Paused && !IsPromised(trial)):
                throw new InvalidOperationException($"{Who} waits although no trial is running.");
            case Decision.Wait:
                return new WorkerOrder.Wait();
            default:
                throw new InvalidOperationException($"{Who} gave no decision.");
        }
    }

    private WorkerOrder Start(Decision.Start start, long began)
    {
        RequireTrialLeft();
        // its checkpoint is being saved, or it is about to end; meanwhile another worker may be given the same trial to start, so that all ask again
        if (start.ParentId is { } parent && state.Active.GetValueOrDefault(parent) is { IsPausing: true } or { State: TrialState.Stopping })
            return new WorkerOrder.Wait();
        var trial = state.Start(start.Configuration, start.ParentId is { } parentId ? Parent(parentId) : null);
        return new WorkerOrder.Run(new Assignment(
            trial, start.Reason, IsResumed: false, start.ParentId, state.Time.GetElapsedTime(began), state.Events));
    }

    private void RequireTrialLeft()
    {
        if (state.Plan.NextTrialId is null)
            throw new InvalidOperationException($"{Who} starts a trial although all have been started.");
    }

    private Assignment StartSuggested(PendingSuggestion suggestion, Decision.Start made)
    {
        state.Suggestion = null;
        state.Plan.IsNextTaken = false;
        var trial = state.Start(made.Configuration, null);
        return new Assignment(
            trial, made.Reason, IsResumed: false, ParentId: null, suggestion.DecisionTime, state.Events, state.Events - suggestion.DecidedAfter);
    }

    private ActiveTrial Parent(int parentId) => state.Active.GetValueOrDefault(parentId) is { CheckpointEpoch: > 0 } parent
        ? parent
        : throw new InvalidOperationException($"{Who} starts a trial from trial {parentId}, which has ended or was never paused.");

    private Assignment StartEnqueued()
    {
        var enqueued = state.Plan.Take();
        var trial = state.Start(enqueued.Configuration, null);
        return new Assignment(trial, "tried because a person asked for it", IsResumed: false, ParentId: null, TimeSpan.Zero, state.Events, Enqueued: enqueued.Number);
    }

    private Assignment RunAgain(ActiveTrial trial)
    {
        var from = trial.CheckpointEpoch > 0 ? $"run again from its checkpoint after epoch {trial.CheckpointEpoch}" : "run again";
        return new(trial, $"{from}, because {trial.WaitsBecause}", IsResumed: true, ParentId: null, TimeSpan.Zero, state.Events);
    }

    /// <summary>Promises a trial that the scheduler has paused to the worker that asks.</summary>
    private void Claim(int worker, int trialId, string reason, bool isResumed, long began)
    {
        if (!state.Active.TryGetValue(trialId, out var trial) || !(trial.IsPausedByScheduler || trial.State == TrialState.Stopping) || IsPromised(trial))
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
    private void Promise(int worker, ActiveTrial trial, string reason, bool isResumed, TimeSpan decisionTime) =>
        _promises.Add(worker, new PausedTrial(trial, reason, isResumed, decisionTime, state.Events));

    private bool IsPromised(ActiveTrial trial) => _promises.Values.Concat(_leftBehind).Any(promise => promise.Trial == trial);

    /// <summary>Does what was promised, unless the trial has ended instead; waits as long as its checkpoint is being saved.</summary>
    private WorkerOrder? Keep(int worker, PausedTrial promise)
    {
        var trial = promise.Trial;
        if (trial.State is not (TrialState.Paused or TrialState.Ended))
            return new WorkerOrder.Wait();
        _promises.Remove(worker);
        if (trial.State == TrialState.Ended)
            return null;
        if (promise.IsResumed)
            return new WorkerOrder.Run(new Assignment(trial, promise.Reason, IsResumed: true, ParentId: null, promise.DecisionTime, promise.DecidedAfter));
        state.End(trial, TrialStatus.Stopped, promise.Reason, state.Events - promise.DecidedAfter);
        return null;
    }

    /// <summary>What a worker was told to do with a paused trial.</summary>
    private sealed record PausedTrial(ActiveTrial Trial, string Reason, bool IsResumed, TimeSpan DecisionTime, int DecidedAfter);
}
