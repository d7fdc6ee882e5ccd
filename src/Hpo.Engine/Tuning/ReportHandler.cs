using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Takes the reports of trials, asks the scheduler, and sees to its verdicts. Everything happens with the lock of the run's state held.
/// </summary>
internal sealed class ReportHandler(RunState state, int maxEpochs)
{
    /// <summary>A trial reports its error after an epoch.</summary>
    /// <returns>What becomes of it. Unless it goes on or is paused, it has ended with this call.</returns>
    public Verdict Report(ActiveTrial trial, int epoch, double error)
    {
        if (!double.IsFinite(error))
            return EndDiverged(trial, epoch, error);
        // computed again after an interruption: it has been reported and judged
        if (trial.Recomputation is { } again && epoch <= again.UntilEpoch)
            return epoch == again.UntilEpoch ? CatchUp(trial, again) : Verdict.Continue;
        var runtime = trial.Timer.Runtime;
        trial.Error = error;
        trial.Epoch = epoch;
        state.Emit(new EpochReported(state.Elapsed, trial.Id, epoch, error, runtime));
        return CarryOut(trial, Judge(trial, error, new TrialInfo(trial.Id, epoch, maxEpochs, runtime)));
    }

    /// <summary>A trial is where it had been: what had been decided there is carried out.</summary>
    private Verdict CatchUp(ActiveTrial trial, Recomputation again)
    {
        trial.Recomputation = null;
        return again.Pending is { } pending ? CarryOut(trial, pending) : Verdict.Continue;
    }

    private Verdict CarryOut(ActiveTrial trial, Verdict verdict)
    {
        if (verdict.Standing is { } standing)
            state.Emit(new RungReached(state.Elapsed, trial.Id, standing, verdict.Reason));
        if (trial.Epoch >= maxEpochs)
        {
            verdict = Verdict.Continue;
            state.End(trial, TrialStatus.Completed, null);
        }
        else if (verdict.Kind == VerdictKind.Stop)
        {
            state.End(trial, TrialStatus.Stopped, verdict.Reason);
        }
        else if (verdict.Kind == VerdictKind.Pause)
        {
            trial.MoveTo(TrialState.Saving);
            trial.PauseReason = verdict.Reason ?? "";
        }

        state.Changed();
        return verdict;
    }

    private Verdict EndDiverged(ActiveTrial trial, int epoch, double error)
    {
        var (status, what) = double.IsNaN(error)
            ? (TrialStatus.NotANumber, "not a number")
            : (TrialStatus.Infinite, "infinite");
        state.End(trial, status, $"The error after epoch {epoch} was {what}.");
        return Verdict.Stop(what);
    }

    /// <summary>Asks the scheduler; a scheduler that throws ends the study, not the trial's evaluation.</summary>
    private Verdict Judge(ActiveTrial trial, double error, TrialInfo info)
    {
        try
        {
            return state.Scheduler.Update(trial.Configuration, error, info);
        }
        catch (Exception exception)
        {
            state.Fail(exception);
            return Verdict.Continue;
        }
    }
}
