using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// How attempts at trials end that do not end with a report or a pause; nothing happens when the attempt is over.
/// </summary>
internal sealed class TrialEndings(RunState state, TimeSpan? trialTimeout)
{
    /// <summary>How often a trial is run again whose attempts are lost; then it fails.</summary>
    public const int MostReruns = 3;

    /// <summary>Why a trial is run again whose attempt was lost.</summary>
    public static string WhyAgain(string reason) => $"it was lost ({reason.TrimEnd('.')})";

    /// <summary>The evaluation came to its end, which is one before the last epoch unless the trial has ended before.</summary>
    public void Unfinished(Attempt attempt) => End(attempt, TrialStatus.Failed, "The evaluation returned before its last epoch.");

    /// <summary>The evaluation threw.</summary>
    public void Failed(Attempt attempt, Exception exception) => End(attempt, TrialStatus.Failed, RunState.Words(exception), Trace(exception));

    /// <summary>A trial took too long.</summary>
    public void TimedOut(Attempt attempt) => End(attempt, TrialStatus.TimedOut, $"It took longer than {trialTimeout!.Value.TotalSeconds:0.###} s.");

    /// <summary>A trial was ended by the end of the study.</summary>
    public void Cancelled(Attempt attempt)
    {
        lock (state.SyncRoot)
        {
            var interrupted = state.Ending is { Outcome: StudyOutcome.Interrupted };
            End(attempt, interrupted ? TrialStatus.Interrupted : TrialStatus.Cancelled, "The study ended first.");
        }
    }

    /// <summary>
    /// The attempt is gone, with its machine, say: the trial waits to be run again from its last checkpoint, unless that has happened too often. The scheduler
    /// and the searcher hear nothing of it: to them the trial runs.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="reason">What went away, in words.</param>
    public void Lost(Attempt attempt, string reason)
    {
        lock (state.SyncRoot)
        {
            var trial = attempt.Trial;
            if (state.Ending is not null)
                Cancelled(attempt);
            else if (trial.State == TrialState.Stopping || trial.Losses == MostReruns)
                End(attempt, TrialStatus.Failed, $"It was lost {MostReruns + 1} times, and is not run again: {reason}");
            else if (HasEvaluation(attempt))
                Lose(trial, reason);
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

    private void Lose(ActiveTrial trial, string reason)
    {
        // a pause that was decided on is carried out when the trial is there again
        var pending = trial.State == TrialState.Saving ? Verdict.Pause(trial.PauseReason) : trial.Recomputation?.Pending;
        trial.Losses++;
        state.RunAgain(trial, pending, WhyAgain(reason));
        state.Emit(new TrialLost(state.Elapsed, trial.Id, trial.Timer.Runtime, reason));
        state.PauseIfQuiet();
        state.Changed();
    }

    private void End(Attempt attempt, TrialStatus status, string reason, string? trace = null)
    {
        lock (state.SyncRoot)
        {
            if (!HasEvaluation(attempt))
                return;
            if (attempt.Trial.State == TrialState.Stopping && state.Ending is null)
                state.EndByHand(attempt.Trial);
            else
                state.End(attempt.Trial, status, reason, trace: trace);
        }
    }

    /// <summary>An exception with its stack, as far as it is kept.</summary>
    private static string Trace(Exception exception)
    {
        var trace = exception.ToString();
        return trace.Length <= TrialEnded.LongestTrace ? trace : $"{trace[..(TrialEnded.LongestTrace - 1)]}…";
    }

    /// <summary>Whether there is anything left to end.</summary>
    /// <exception cref="InvalidOperationException">The trial is one that cannot have an evaluation, such as a paused one.</exception>
    private static bool HasEvaluation(Attempt attempt)
    {
        if (attempt.IsOver)
            return false;
        attempt.Trial.RequireEvaluation();
        return true;
    }
}
