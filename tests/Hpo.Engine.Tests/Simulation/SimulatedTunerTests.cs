using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>When things happen in simulated time, and what of a run counts.</summary>
public class SimulatedTunerTests
{
    private static readonly SimulationOptions Prompt = new() { DecisionTime = new DecisionTime.None() };

    [Fact]
    public void A_trial_takes_the_time_of_its_epochs_and_of_the_decision()
    {
        var curves = new TimedCurves(maxEpochs: 2) { Seconds = (request, epoch) => (10 * request.TrialId) + epoch };
        var run = SimulatedRun.Of(new ScriptedScheduler(), curves, 2);
        Assert.Equal([0.1, 3.2], run.All<TrialStarted>().Select(start => start.Elapsed.TotalSeconds));
        Assert.Equal([1.1, 3.1, 14.2, 26.2], run.All<EpochReported>().Select(report => report.Elapsed.TotalSeconds));
        Assert.Equal([1.1, 3.1, 11.1, 23.1], run.All<EpochReported>().Select(report => report.Runtime.TotalSeconds));
        Assert.Equal([3.1, 23.1], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
        Assert.Equal((StudyOutcome.Completed, TimeSpan.FromSeconds(26.2)), (run.Ended.Outcome, run.Ended.Elapsed));
    }

    [Fact]
    public void An_epoch_of_an_objective_that_knows_no_times_takes_a_second()
    {
        var run = SimulatedRun.Of(new BasicScheduler(new RandomSearcher(new Branin().DefaultSpace)), new Branin(), 3, Prompt);
        Assert.Equal([1.0, 2, 3], run.All<TrialEnded>().Select(end => end.Elapsed.TotalSeconds));
    }

    [Fact]
    public void Decisions_are_made_one_after_the_other_and_the_wait_for_them_is_nobodys_runtime()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves(maxEpochs: 1), 4, new() { Workers = 4 });
        Assert.Equal([(0, 0.1), (1, 0.2), (2, 0.3), (3, 0.4)], run.All<TrialStarted>().Select(start => (start.Worker, start.Elapsed.TotalSeconds)));
        Assert.All(run.Tuner.Records, record => Assert.Equal(1.1, record.Runtime.TotalSeconds));
    }

    [Fact]
    public void A_decision_knows_what_was_reported_before_it_began_and_nothing_later()
    {
        // trial 0 reports at 1 + 1 s, while the decision for worker 1 is being made, from 1 s to 2 s, and that for worker 2, from 2 s to 3 s
        var known = 0;
        var seen = new List<int>();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                seen.Add(known);
                return ScriptedScheduler.StartAll(trialId);
            },
            OnUpdate = (_, _, _) =>
            {
                known++;
                return Verdict.Continue;
            },
        };
        SimulatedRun.Of(
            scheduler, new TimedCurves(maxEpochs: 1) { Seconds = (request, _) => request.TrialId == 0 ? 1 : 100 }, 3,
            new() { Workers = 3, DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(1)) });
        Assert.Equal([0, 0, 1], seen.Take(3));
    }

    [Fact]
    public void A_measured_decision_takes_what_it_took()
    {
        var time = new ManualTimeProvider();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                time.Advance(TimeSpan.FromSeconds(5 + (trialId ?? 0)));
                return ScriptedScheduler.StartAll(trialId);
            },
        };
        var run = SimulatedRun.Of(scheduler, new TimedCurves(maxEpochs: 1), 2, new() { DecisionTime = new DecisionTime.Measured(time) });
        Assert.Equal([5.0, 12], run.All<TrialStarted>().Select(start => start.Elapsed.TotalSeconds));
        Assert.Equal([6.0, 7], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
    }

    [Fact]
    public void What_happens_at_the_same_moment_happens_in_the_order_in_which_it_began_and_before_any_decision()
    {
        var log = new List<string>();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                log.Add($"ask {trialId}");
                return ScriptedScheduler.StartAll(trialId);
            },
            OnUpdate = (_, _, info) =>
            {
                log.Add($"report {info.TrialId}");
                return Verdict.Continue;
            },
        };
        // trials 0, 1, 2 begin together; 0 takes 2 s, 1 and 2 take 1 s: 3 and 4 begin at 1 s and end with trial 0
        var run = SimulatedRun.Of(
            scheduler, new TimedCurves(maxEpochs: 1) { Seconds = (request, _) => request.TrialId == 0 ? 2 : 1 }, 5, Prompt with { Workers = 3 });
        Assert.Equal(["ask 0", "ask 1", "ask 2", "report 1", "report 2", "ask 3", "ask 4", "report 0", "report 3", "report 4"], log.Take(10));
        Assert.Equal([0, 1, 2, 1, 2], run.All<TrialStarted>().Select(start => start.Worker));
    }

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
        var run = SimulatedRun.Of(PauseOnce(), new TimedCurves(maxEpochs: 2), 1, new() { TimeLimit = TimeSpan.FromSeconds(1.15) });
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
    public void A_paused_trial_goes_on_from_its_checkpoint_and_the_pause_is_not_its_runtime()
    {
        var curves = new TimedCurves(maxEpochs: 2);
        var run = SimulatedRun.Of(PauseOnce(), curves, 2);
        Assert.Equal([null, null, 1, 1], curves.Requests.Select(request => request.Checkpoint?[0]));
        Assert.Equal(curves.Requests[0], curves.Requests[2] with { Checkpoint = null });
        Assert.Equal([1.1, 1.1], run.All<TrialPaused>().Select(pause => pause.Runtime.TotalSeconds));
        Assert.Equal([(0, 2.3), (1, 3.4)], run.All<TrialResumed>().Select(resume => (resume.TrialId, resume.Elapsed.TotalSeconds)));
        Assert.Equal([2.2, 2.2], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
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

    [Fact]
    public void A_tuner_runs_once()
    {
        var tuner = new SimulatedTuner(new ScriptedScheduler(), new TimedCurves());
        tuner.Run(1);
        Assert.Throws<InvalidOperationException>(() => tuner.Run(1));
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        SimulationOptions[] bad =
        [
            new() { Workers = 0 }, new() { MaxEpochs = 0 }, new() { EpochLimit = 0 }, new() { TimeLimit = TimeSpan.Zero }, new() { TargetError = double.NaN },
            new() { DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(-1)) },
        ];
        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedTuner(new ScriptedScheduler(), new TimedCurves(), options)));
    }

    /// <summary>Pauses every trial after its first epoch, and resumes them in order when all have been started.</summary>
    private static ScriptedScheduler PauseOnce()
    {
        var paused = new Queue<int>();
        return new ScriptedScheduler
        {
            OnSuggest = trialId => trialId is not null ? ScriptedScheduler.StartAll(trialId)
                : paused.TryDequeue(out var next) ? new Decision.Resume(next, "promoted")
                : new Decision.Exhausted("done"),
            OnUpdate = (_, _, info) =>
            {
                if (info.Epoch > 1)
                    return Verdict.Continue;
                paused.Enqueue(info.TrialId);
                return Verdict.Pause("rung 1");
            },
        };
    }
}
