using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>What ends a simulated run before all its trials have run: time, epochs, a target.</summary>
public class SimulatedLimitTests
{
    private static readonly SimulationOptions Prompt = new() { DecisionTime = new DecisionTime.None() };

    [Fact]
    public void The_time_limit_ends_the_study_in_the_middle_of_an_epoch()
    {
        var curves = new TimedCurves(maxEpochs: 3);
        var run = SimulatedRun.Of(new ScriptedScheduler(), curves, 10, Prompt with { Workers = 2, TimeLimit = TimeSpan.FromSeconds(4.5) });
        Assert.Equal((StudyOutcome.TimeLimit, "The time limit of 4.5 s was reached."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Equal(TimeSpan.FromSeconds(4.5), run.Ended.Elapsed);
        Assert.Equal([1, 2, 3, 1], run.All<EpochReported>().Where(report => report.TrialId is 0 or 2).Select(report => report.Epoch));
        Assert.Equal([TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Cancelled, TrialStatus.Cancelled], Enumerable.Range(0, 4).Select(run.StatusOf));
        Assert.Equal(1.5, run.Tuner.Records[^1].Runtime.TotalSeconds);
        Assert.Equal(0, curves.Open);
    }

    [Fact]
    public void What_happens_at_the_very_end_of_the_time_still_counts()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves(maxEpochs: 3), 1, Prompt with { TimeLimit = TimeSpan.FromSeconds(3) });
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
        Assert.Equal(3, run.All<EpochReported>().Count);
    }

    [Fact]
    public void A_trial_that_is_being_decided_on_when_the_time_is_up_was_never_started()
    {
        var failed = new List<(int, TrialStatus)>();
        var scheduler = new ScriptedScheduler { OnFailed = (trial, status) => failed.Add((trial, status)) };
        var run = SimulatedRun.Of(scheduler, new TimedCurves(maxEpochs: 1), 10, new() { TimeLimit = TimeSpan.FromSeconds(1.15) });
        Assert.Single(run.All<TrialStarted>());
        Assert.Equal((StudyOutcome.TimeLimit, 1.15), (run.Ended.Outcome, run.Ended.Elapsed.TotalSeconds));
        Assert.Equal([(1, TrialStatus.Cancelled)], failed);
    }

    [Fact]
    public void A_paused_trial_that_is_about_to_be_resumed_when_the_time_is_up_stays_paused()
    {
        var run = SimulatedRun.Of(ScriptedScheduler.PauseOnce(), new TimedCurves(maxEpochs: 2), 1, new() { TimeLimit = TimeSpan.FromSeconds(1.15) });
        Assert.Empty(run.All<TrialResumed>());
        Assert.Equal("The study ended while the trial was paused.", Assert.Single(run.All<TrialEnded>()).Reason);
        Assert.Equal(TrialStatus.Stopped, run.StatusOf(0));
        Assert.Equal(1.1, run.Tuner.Records[0].Runtime.TotalSeconds);
    }

    [Fact]
    public void The_epoch_limit_ends_the_study_when_so_many_have_been_run()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves(maxEpochs: 3), 10, Prompt with { Workers = 2, EpochLimit = 7 });
        Assert.Equal((StudyOutcome.EpochLimit, "The limit of 7 epochs was reached."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Equal(7, run.All<EpochReported>().Count);
        Assert.Equal(4, run.Ended.Elapsed.TotalSeconds);
    }

    [Fact]
    public void A_diverged_epoch_counts_as_run()
    {
        var run = SimulatedRun.Of(
            new ScriptedScheduler(), new TimedCurves { Error = (request, _) => request.TrialId < 2 ? double.NaN : 0.5 }, 10, Prompt with { EpochLimit = 3 });
        Assert.Equal([TrialStatus.NotANumber, TrialStatus.NotANumber, TrialStatus.Cancelled], run.Tuner.Records.Select(record => record.Status));
    }

    [Fact]
    public void The_target_ends_the_study_and_cancels_what_runs()
    {
        var run = SimulatedRun.Of(
            new ScriptedScheduler(), new TimedCurves(maxEpochs: 1) { Error = (request, _) => 0.5 - (0.1 * request.TrialId) }, 10,
            Prompt with { Workers = 2, TargetError = 0.3 });
        Assert.Equal(StudyOutcome.TargetReached, run.Ended.Outcome);
        Assert.Equal([TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Cancelled], Enumerable.Range(0, 4).Select(run.StatusOf));
        Assert.Equal(0.3, run.Tuner.IncumbentError!.Value, 12);
    }
}
