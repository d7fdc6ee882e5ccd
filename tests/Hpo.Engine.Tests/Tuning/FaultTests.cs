using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Schedulers and listeners that go wrong: the study ends as failed, and what was thrown comes out of <see cref="Tuner.Run"/>.</summary>
public class FaultTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 2);

    [Fact]
    public void A_scheduler_that_throws_when_asked_ends_the_study()
    {
        var run = Start(new ScriptedScheduler { OnSuggest = _ => throw new ArithmeticException("singular matrix") });
        Assert.Equal("singular matrix", Assert.Throws<ArithmeticException>(run.Finish).Message);
        Assert.Equal((StudyOutcome.Failed, "ArithmeticException: singular matrix"), (run.Ended.Outcome, run.Ended.Reason));
    }

    [Fact]
    public void A_scheduler_that_throws_on_a_report_ends_the_study_and_its_running_trials()
    {
        var run = Start(new ScriptedScheduler { OnUpdate = (_, _, _) => throw new ArithmeticException("singular matrix") }, workers: 2);
        _objective.AwaitAsking(1);
        _objective.Answer(0, 0.5, epoch: 1);
        Assert.Throws<ArithmeticException>(run.Finish);
        Assert.Equal(StudyOutcome.Failed, run.Ended.Outcome);
        Assert.Equal([TrialStatus.Cancelled, TrialStatus.Cancelled], run.Tuner.Records.Select(record => record.Status));
    }

    [Fact]
    public void A_scheduler_that_throws_when_a_trial_is_started_has_not_started_it()
    {
        var run = Start(new ScriptedScheduler { OnStarted = _ => throw new ArithmeticException("no such rung") });
        Assert.Throws<ArithmeticException>(run.Finish);
        Assert.Equal([typeof(StudyStarted), typeof(StudyEnded)], run.Events.All.Select(studyEvent => studyEvent.GetType()));
    }

    [Fact]
    public void A_scheduler_that_throws_when_a_trial_has_failed_ends_the_study()
    {
        _objective.Answer(0, double.NaN);
        var run = Start(new ScriptedScheduler { OnFailed = (_, _) => throw new ArithmeticException("no such rung") });
        Assert.Throws<ArithmeticException>(run.Finish);
        Assert.Equal(TrialStatus.NotANumber, run.StatusOf(0));
        Assert.Equal(StudyOutcome.Failed, run.Ended.Outcome);
    }

    [Fact]
    public void A_scheduler_that_waits_while_no_trial_runs_would_wait_for_ever()
    {
        var run = Start(new ScriptedScheduler { OnSuggest = _ => new Decision.Wait() });
        Assert.Equal("ScriptedScheduler waits although no trial is running.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
        Assert.Equal(StudyOutcome.Failed, run.Ended.Outcome);
    }

    [Fact]
    public void A_scheduler_that_waits_while_all_trials_are_paused_would_wait_for_ever()
    {
        _objective.Answer(0, 0.5, epoch: 1);
        var run = Start(new ScriptedScheduler
        {
            OnSuggest = trialId => trialId == 0 ? ScriptedScheduler.StartAll(trialId) : new Decision.Wait(),
            OnUpdate = (_, _, _) => Verdict.Pause("rung 1"),
        });
        Assert.Throws<InvalidOperationException>(run.Finish);
        Assert.Equal(TrialStatus.Stopped, run.StatusOf(0));
    }

    [Fact]
    public void A_worker_told_to_wait_is_asked_for_again_after_the_next_report()
    {
        var reported = false;
        var run = Start(new ScriptedScheduler
        {
            OnSuggest = trialId => trialId == 1 && !reported ? new Decision.Wait() : ScriptedScheduler.StartAll(trialId),
            OnUpdate = (_, _, _) =>
            {
                reported = true;
                return Verdict.Continue;
            },
        }, workers: 2, trials: 2);
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.AwaitAsking(1);
        _objective.AwaitAsking(0, epoch: 2);
        _objective.Answer(1, 0.5, epoch: 1);
        _objective.Answer(1, 0.5, epoch: 2);
        _objective.Answer(0, 0.5, epoch: 2);
        run.Finish();
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void Resuming_a_trial_that_never_was_is_an_error()
    {
        var run = Start(new ScriptedScheduler { OnSuggest = _ => new Decision.Resume(7, "promoted") });
        Assert.Equal("ScriptedScheduler resumes trial 7, which is not paused.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
    }

    [Fact]
    public void Resuming_a_trial_that_has_ended_is_an_error()
    {
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.Answer(0, 0.5, epoch: 2);
        var run = Start(new ScriptedScheduler { OnSuggest = trialId => trialId == 0 ? ScriptedScheduler.StartAll(0) : new Decision.Resume(0, "again") });
        Assert.Equal("ScriptedScheduler resumes trial 0, which is not paused.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
    }

    [Fact]
    public void Resuming_a_trial_that_runs_is_an_error()
    {
        var run = Start(new ScriptedScheduler { OnSuggest = trialId => trialId == 0 ? ScriptedScheduler.StartAll(0) : new Decision.Resume(0, "too soon") }, workers: 2);
        Assert.Equal("ScriptedScheduler resumes trial 0, which is not paused.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
    }

    [Fact]
    public void Starting_more_trials_than_asked_for_is_an_error()
    {
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.Answer(0, 0.5, epoch: 2);
        var run = Start(new ScriptedScheduler { OnSuggest = _ => new Decision.Start(TestSpaces.At(0.5), "more") }, trials: 1);
        Assert.Equal("ScriptedScheduler starts a trial although all have been started.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
        Assert.Single(run.Tuner.Records);
    }

    [Fact]
    public void No_decision_at_all_is_an_error()
    {
        var run = Start(new ScriptedScheduler { OnSuggest = _ => null! });
        Assert.Equal("ScriptedScheduler gave no decision.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
    }

    [Theory]
    [InlineData(typeof(StudyStarted))]
    [InlineData(typeof(TrialStarted))]
    [InlineData(typeof(EpochReported))]
    [InlineData(typeof(TrialEnded))]
    [InlineData(typeof(StudyEnded))]
    public void A_listener_that_throws_ends_the_study(Type onEvent)
    {
        var events = new EventRecorder();
        var tuner = new HpoTuner(new ScriptedScheduler(), new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ => 0.5), new TunerOptions { Workers = 2 }, studyEvent =>
        {
            events.Add(studyEvent);
            if (studyEvent.GetType() == onEvent)
                throw new IOException("disk full");
        });
        Assert.Equal("disk full", Assert.Throws<IOException>(() => tuner.Run(1000)).Message);
        var ended = Assert.Single(events.Of<StudyEnded>());
        Assert.Equal(ended, events.All[^1]);
        if (onEvent == typeof(StudyEnded))
            return;
        Assert.Equal((StudyOutcome.Failed, "IOException: disk full"), (ended.Outcome, ended.Reason));
        Assert.InRange(events.Of<TrialStarted>().Count, 0, 2);
        Assert.Equal(events.Of<TrialStarted>().Count, events.Of<TrialEnded>().Count);
    }

    [Fact]
    public void The_first_of_several_faults_is_the_one_told()
    {
        var tuner = new HpoTuner(
            new ScriptedScheduler { OnSuggest = _ => throw new ArithmeticException("first") }, _objective, null, studyEvent =>
            {
                if (studyEvent is StudyEnded)
                    throw new IOException("second");
            });
        Assert.Equal("first", Assert.Throws<ArithmeticException>(() => tuner.Run(1)).Message);
    }

    private TunerRun Start(ScriptedScheduler scheduler, int workers = 1, int trials = 10) =>
        TunerRun.Start(scheduler, _objective, trials, new TunerOptions { Workers = workers });
}
