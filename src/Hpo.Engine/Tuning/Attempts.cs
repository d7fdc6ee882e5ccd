using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// What happens to the attempts at trials: they begin, report, rest and are paused. What an attempt says that is over is refused. How they end otherwise is
/// said in <see cref="TrialEndings"/>.
/// </summary>
internal sealed class Attempts(RunState state, ReportHandler reports, long seed, int maxEpochs)
{
    /// <summary>A worker begins what it was assigned.</summary>
    /// <param name="assignment">What it runs.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="decisionTime">What the decision took; it counts as the trial's runtime.</param>
    public Attempt Begin(Assignment assignment, int worker, TimeSpan decisionTime)
    {
        lock (state.SyncRoot)
        {
            var trial = assignment.Trial;
            trial.MoveTo(TrialState.Running);
            trial.Timer.Decisions += decisionTime;
            state.Emit(assignment.IsResumed
                ? new TrialResumed(state.Elapsed, trial.Id, assignment.Reason, worker, state.Events - assignment.DecidedAfter)
                : new TrialStarted(state.Elapsed, trial.Id, trial.Configuration, assignment.Reason, worker, assignment.ParentId, assignment.Enqueued, assignment.EventsSinceDecision));
            return new Attempt(trial, trial.Attempt);
        }
    }

    /// <summary>All that an attempt starts from. It may take time to read: called without the lock.</summary>
    public EvaluationRequest RequestFor(Attempt attempt)
    {
        state.Checkpoints.Sweep();
        var trial = attempt.Trial;
        byte[]? checkpoint = null;
        if (trial.CheckpointEpoch > 0 && state.Checkpoints.Load(trial.Id, trial.CheckpointEpoch, out checkpoint) is { } problem)
            ComputeAgain(attempt, problem);
        return Request(attempt, checkpoint);
    }

    /// <summary>The objective cannot go on from a trial's checkpoint.</summary>
    /// <returns>What the attempt starts from instead: the beginning.</returns>
    public EvaluationRequest RequestWithout(Attempt attempt, string whyRefused)
    {
        ComputeAgain(attempt, $"the objective cannot go on from its checkpoint ({whyRefused})");
        return Request(attempt, null);
    }

    /// <summary>A trial reports its error after an epoch.</summary>
    /// <returns>What becomes of it. Unless it goes on or is paused, it has ended with this call.</returns>
    /// <exception cref="OperationCanceledException">It is to end, or the study has, or the attempt is over.</exception>
    /// <exception cref="InvalidOperationException">It is not running.</exception>
    public Verdict Report(Attempt attempt, int epoch, double error)
    {
        lock (state.SyncRoot)
        {
            if (state.Ending is not null)
                throw new OperationCanceledException("The study has ended.");
            attempt.RequireCurrent();
            if (attempt.Trial.State == TrialState.Stopping)
                throw new OperationCanceledException("A person stopped the trial.");
            attempt.Trial.RequireRunning();
            return reports.Report(attempt.Trial, epoch, error);
        }
    }

    /// <summary>An attempt comes to the end of an epoch. If the study is to be paused, its trial rests.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="resting">Called before anybody hears that it rests.</param>
    /// <returns>Whether it has to wait until <see cref="IsHeld"/> is false.</returns>
    public bool Hold(Attempt attempt, Action resting)
    {
        lock (state.SyncRoot)
        {
            if (!state.IsPauseRequested || state.Ending is not null || attempt.IsOver || attempt.Trial.State != TrialState.Running)
                return false;
            attempt.Trial.MoveTo(TrialState.Held);
            resting();
            state.PauseIfQuiet();
            return true;
        }
    }

    /// <summary>Whether a trial that rests has to go on resting.</summary>
    public bool IsHeld(Attempt attempt)
    {
        lock (state.SyncRoot)
            return state.IsPauseRequested && state.Ending is null && !attempt.IsOver && attempt.Trial.State == TrialState.Held;
    }

    /// <summary>A trial rests no longer.</summary>
    public void GoOn(Attempt attempt)
    {
        lock (state.SyncRoot)
        {
            // a person may have stopped it
            if (!attempt.IsOver && attempt.Trial.State == TrialState.Held)
                attempt.Trial.MoveTo(TrialState.Running);
        }
    }

    /// <summary>A paused trial's checkpoint is saved: from now on it can be resumed.</summary>
    /// <exception cref="OperationCanceledException">The attempt is over.</exception>
    /// <exception cref="InvalidOperationException">The scheduler has not paused it.</exception>
    public void Pause(Attempt attempt, byte[] checkpoint)
    {
        var trial = attempt.Trial;
        lock (state.SyncRoot)
        {
            attempt.RequireCurrent();
            if (trial.State != TrialState.Stopping)
                trial.RequireMove(TrialState.Paused);
        }

        // before anybody hears of the pause, and without keeping the others waiting
        var lost = state.Checkpoints.Save(trial.Id, trial.Epoch, checkpoint);
        lock (state.SyncRoot)
        {
            if (trial.State == TrialState.Stopping)
            {
                state.EndByHand(trial);
                return;
            }

            trial.MoveTo(TrialState.Paused);
            trial.CheckpointEpoch = trial.Epoch;
            trial.Timer.Keep();
            if (trial.Error is { } error)
                state.Books.HandIn(trial.Configuration, error);
            state.Emit(new TrialPaused(state.Elapsed, trial.Id, trial.Timer.Runtime, lost is null ? trial.PauseReason : $"{trial.PauseReason}; {lost}"));
            state.EndIfTargetReached();
            state.PauseIfQuiet();
            state.Changed();
        }
    }

    private EvaluationRequest Request(Attempt attempt, byte[]? checkpoint)
    {
        var trial = attempt.Trial;
        return new(trial.Id, trial.Configuration, RandomStream.DeriveSeed(seed, trial.Id, "evaluation"), maxEpochs, checkpoint, attempt.Number);
    }

    /// <summary>A trial is computed again from its beginning, and says so; nothing is reported twice.</summary>
    private void ComputeAgain(Attempt attempt, string problem)
    {
        lock (state.SyncRoot)
        {
            var trial = attempt.Trial;
            if (attempt.IsOver || trial.State != TrialState.Running)
                return;
            trial.Recomputation = new Recomputation(trial.Epoch, trial.Recomputation?.Pending);
            trial.Timer.DiscardAll();
            state.Emit(new CheckpointLost(
                state.Elapsed, trial.Id, trial.CheckpointEpoch, $"computed again up to epoch {trial.Epoch}, because {problem}"));
        }
    }
}
