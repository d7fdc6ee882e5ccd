using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>What goes wrong in a simulated run, and how people end one.</summary>
public class SimulatedFailureTests
{
    private static readonly SimulationOptions Prompt = new() { DecisionTime = new DecisionTime.None() };

    [Fact]
    public void Every_way_to_fail_is_survived_and_told_apart()
    {
        var curves = new TimedCurves(maxEpochs: 2)
        {
            Error = (request, _) => request.TrialId switch
            {
                0 => double.NaN,
                1 => double.PositiveInfinity,
                2 => throw new InvalidOperationException("bad luck"),
                _ => 0.5,
            },
            Seconds = (request, _) => request.TrialId == 3 ? 7 : 1,
        };
        var run = SimulatedRun.Of(new ScriptedScheduler(), curves, 5, Prompt with { TrialTimeout = TimeSpan.FromSeconds(10) });
        Assert.Equal(
            [TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Failed, TrialStatus.TimedOut, TrialStatus.Completed],
            Enumerable.Range(0, 5).Select(run.StatusOf));
        // an epoch that throws takes no time
        Assert.Equal([1.0, 2, 2, 12, 14], run.All<TrialEnded>().Select(end => end.Elapsed.TotalSeconds));
        Assert.Equal(
            [
                "The error after epoch 1 was not a number.", "The error after epoch 1 was infinite.", "InvalidOperationException: bad luck",
                "It took longer than 10 s.", null,
            ],
            run.All<TrialEnded>().Select(end => end.Reason));
        Assert.Equal(0, curves.Open);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_saved_fails_the_trial()
    {
        var run = SimulatedRun.Of(
            new ScriptedScheduler { OnUpdate = (_, _, _) => Verdict.Pause("rung 1") }, new TimedCurves { OnSave = _ => throw new IOException("disk full") }, 1);
        Assert.Equal("IOException: disk full", Assert.Single(run.All<TrialEnded>()).Reason);
    }

    [Fact]
    public void An_epoch_that_takes_no_time_fails_the_trial()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves { Seconds = (_, _) => 0 }, 1);
        Assert.Equal(TrialStatus.Failed, run.StatusOf(0));
    }

    [Fact]
    public void An_evaluation_that_cannot_be_disposed_of_ends_neither_the_study_nor_a_finished_trial()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves { OnDispose = _ => throw new IOException("still open") }, 2);
        Assert.All(run.Tuner.Records, record => Assert.Equal(TrialStatus.Completed, record.Status));
    }

    [Fact]
    public void A_scheduler_that_throws_ends_the_study_and_what_it_threw_comes_out()
    {
        var events = new List<StudyEvent>();
        var tuner = new SimulatedTuner(new ScriptedScheduler { OnUpdate = (_, _, _) => throw new ArithmeticException("singular") }, new TimedCurves(), null, events.Add);
        Assert.Throws<ArithmeticException>(() => tuner.Run(3));
        Assert.Equal((StudyOutcome.Failed, "ArithmeticException: singular"), (((StudyEnded)events[^1]).Outcome, ((StudyEnded)events[^1]).Reason));
    }

    [Fact]
    public void A_scheduler_that_waits_while_no_trial_runs_would_wait_for_ever()
    {
        var tuner = new SimulatedTuner(new ScriptedScheduler { OnSuggest = _ => new Decision.Wait() }, new TimedCurves());
        Assert.Equal("ScriptedScheduler waits although no trial is running.", Assert.Throws<InvalidOperationException>(() => tuner.Run(3)).Message);
    }

    [Fact]
    public void A_listener_that_throws_ends_the_study()
    {
        var tuner = new SimulatedTuner(new ScriptedScheduler(), new TimedCurves(), null, e =>
        {
            if (e is EpochReported)
                throw new IOException("disk full");
        });
        Assert.Throws<IOException>(() => tuner.Run(3));
        Assert.Equal(TrialStatus.Cancelled, Assert.Single(tuner.Records).Status);
    }

    [Fact]
    public void An_exhausted_scheduler_ends_the_study_after_its_running_trials()
    {
        var run = SimulatedRun.Of(new BasicScheduler(new RecordingSearcher(numberOfConfigurations: 3)), new TimedCurves(), 10, Prompt with { Workers = 4 });
        Assert.Equal(StudyOutcome.Exhausted, run.Ended.Outcome);
        Assert.Equal(3, run.Tuner.Records.Count);
    }

    [Fact]
    public void A_stop_asked_for_lets_running_trials_come_to_their_end()
    {
        SimulatedTuner? tuner = null;
        var events = new List<StudyEvent>();
        tuner = new SimulatedTuner(new ScriptedScheduler(), new TimedCurves(), new() { Workers = 2 }, studyEvent =>
        {
            events.Add(studyEvent);
            if (studyEvent is EpochReported { TrialId: 0, Epoch: 2 })
                tuner!.RequestStop();
        });
        tuner.Run(10);
        Assert.Equal(StudyOutcome.Stopped, ((StudyEnded)events[^1]).Outcome);
        Assert.Equal([TrialStatus.Completed, TrialStatus.Completed], tuner.Records.Select(record => record.Status));
        Assert.Single(events.OfType<StopRequested>());
    }

    [Fact]
    public void A_trial_being_decided_on_when_a_stop_is_asked_for_is_not_started()
    {
        SimulatedTuner? tuner = null;
        var events = new List<StudyEvent>();
        // worker 1 is being decided for from 1 s to 2 s; trial 0 reports at 1.5 s
        tuner = new SimulatedTuner(
            new ScriptedScheduler(), new TimedCurves { Seconds = (_, _) => 0.5 },
            new() { Workers = 2, DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(1)) },
            studyEvent =>
            {
                events.Add(studyEvent);
                if (studyEvent is EpochReported { Epoch: 1 })
                    tuner!.RequestStop();
            });
        tuner.Run(10);
        Assert.Single(events.OfType<TrialStarted>());
        Assert.Equal(StudyOutcome.Stopped, ((StudyEnded)events[^1]).Outcome);
    }

    [Theory]
    [InlineData(false, StudyOutcome.Cancelled, TrialStatus.Cancelled)]
    [InlineData(true, StudyOutcome.Interrupted, TrialStatus.Interrupted)]
    public void A_running_simulation_can_be_cancelled_and_interrupted(bool interrupt, StudyOutcome outcome, TrialStatus status)
    {
        SimulatedTuner? tuner = null;
        var events = new List<StudyEvent>();
        tuner = new SimulatedTuner(new ScriptedScheduler(), new TimedCurves(), new() { Workers = 2 }, studyEvent =>
        {
            events.Add(studyEvent);
            if (studyEvent is not EpochReported { TrialId: 0, Epoch: 2 })
                return;
            if (interrupt)
                tuner!.Interrupt();
            else
                tuner!.Cancel();
        });
        tuner.Run(10);
        Assert.Equal(outcome, ((StudyEnded)events[^1]).Outcome);
        Assert.Equal([status, status], tuner.Records.Select(record => record.Status));
    }

    [Fact]
    public void A_token_cancels_a_simulation_within_an_epoch()
    {
        using var cancel = new CancellationTokenSource();
        var curves = new TimedCurves
        {
            Error = (request, epoch) =>
            {
                if (request.TrialId == 3)
                    cancel.Cancel();
                cancel.Token.ThrowIfCancellationRequested();
                return 0.5;
            },
        };
        var run = SimulatedRun.Of(new ScriptedScheduler(), curves, 10, null, cancel.Token);
        Assert.Equal(StudyOutcome.Cancelled, run.Ended.Outcome);
        Assert.Equal(TrialStatus.Cancelled, run.StatusOf(3));
    }
}
