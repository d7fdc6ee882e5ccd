using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>How the evaluations of trials end that do not end with a report; nothing happens to a trial that has ended before.</summary>
internal sealed class TrialEndings(RunState state, TimeSpan? trialTimeout)
{
    /// <summary>The evaluation came to its end, which is one before the last epoch unless the trial has ended before.</summary>
    public void Unfinished(ActiveTrial trial) => End(trial, TrialStatus.Failed, "The evaluation returned before its last epoch.");

    /// <summary>The evaluation threw.</summary>
    public void Failed(ActiveTrial trial, Exception exception) => End(trial, TrialStatus.Failed, RunState.Words(exception));

    /// <summary>A trial took too long.</summary>
    public void TimedOut(ActiveTrial trial) => End(trial, TrialStatus.TimedOut, $"It took longer than {trialTimeout!.Value.TotalSeconds:0.###} s.");

    /// <summary>A trial was ended by the end of the study.</summary>
    public void Cancelled(ActiveTrial trial)
    {
        lock (state.SyncRoot)
        {
            var interrupted = state.Ending is { Outcome: StudyOutcome.Interrupted };
            End(trial, interrupted ? TrialStatus.Interrupted : TrialStatus.Cancelled, "The study ended first.");
        }
    }

    /// <summary>No worker is left; every trial that was started ends, and the books hold all that was spent.</summary>
    public void EndPaused()
    {
        // the last first: the numbers are given in order
        foreach (var trial in state.Active.Values.Where(trial => trial.State == TrialState.Assigned).OrderByDescending(trial => trial.Id).ToList())
            state.TakeBack(trial);
        foreach (var trial in state.Waiting.Where(trial => trial.State == TrialState.Waiting))
            state.End(trial, TrialStatus.Cancelled, "The study ended before the trial was run again.");
        foreach (var trial in state.Active.Values.OrderBy(trial => trial.Id).ToList())
            state.End(trial, TrialStatus.Stopped, "The study ended while the trial was paused.");
    }

    private void End(ActiveTrial trial, TrialStatus status, string reason)
    {
        lock (state.SyncRoot)
        {
            if (trial.State == TrialState.Ended)
                return;
            trial.RequireEvaluation();
            if (trial.State == TrialState.Stopping && state.Ending is null)
                state.EndByHand(trial);
            else
                state.End(trial, status, reason);
        }
    }
}
