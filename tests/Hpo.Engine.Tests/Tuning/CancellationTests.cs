using Hpo.Engine.Objectives;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

public class CancellationTests
{
    private readonly RecordingSearcher _searcher = new();
    private readonly ScriptedObjective _objective = new();

    [Fact]
    public void Requesting_a_stop_lets_running_trials_come_to_their_end()
    {
        var run = TunerRun.Start(_searcher, _objective, 100, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        run.Tuner.RequestStop();
        run.Tuner.RequestStop();
        _objective.Answer(1, 0.5);
        _objective.Answer(0, 0.4);
        run.Finish();
        Assert.Single(run.Events.Of<StopRequested>());
        Assert.Equal(2, run.Events.Of<TrialStarted>().Count);
        Assert.Equal([TrialStatus.Completed, TrialStatus.Completed], run.Tuner.Records.Select(record => record.Status));
        Assert.Equal((StudyOutcome.Stopped, "Stopped on request; running trials came to their end."), (run.Ended.Outcome, run.Ended.Reason));
    }

    [Fact]
    public void Cancelling_ends_running_trials_within_an_epoch()
    {
        var run = TunerRun.Start(_searcher, _objective, 100, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        run.Tuner.Cancel();
        run.Finish();
        Assert.Equal([TrialStatus.Cancelled, TrialStatus.Cancelled], run.Tuner.Records.Select(record => record.Status));
        Assert.All(run.Events.Of<TrialEnded>(), end => Assert.Equal("The study ended first.", end.Reason));
        Assert.Equal((StudyOutcome.Cancelled, "Cancelled, running trials included."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Empty(_searcher.Pending);
        Assert.Equal([0, 1], _searcher.Failed.Keys.Order());
        Assert.Empty(run.Events.Of<StopRequested>());
    }

    [Fact]
    public void A_stop_may_be_followed_by_a_cancellation()
    {
        var run = TunerRun.Start(_searcher, _objective, 100);
        _objective.AwaitAsking(0);
        run.Tuner.RequestStop();
        run.Tuner.Cancel();
        run.Finish();
        Assert.Equal(StudyOutcome.Cancelled, run.Ended.Outcome);
        Assert.Equal(TrialStatus.Cancelled, run.StatusOf(0));
    }

    [Fact]
    public void The_callers_token_cancels_too_and_no_exception_is_thrown()
    {
        using var cancel = new CancellationTokenSource();
        var run = TunerRun.Start(_searcher, _objective, 100, cancel: cancel.Token);
        _objective.AwaitAsking(0);
        cancel.Cancel();
        run.Finish();
        Assert.Equal(StudyOutcome.Cancelled, run.Ended.Outcome);
    }

    [Fact]
    public void A_token_cancelled_beforehand_starts_nothing()
    {
        var run = TunerRun.Start(_searcher, _objective, 100, cancel: new CancellationToken(canceled: true));
        run.Finish();
        Assert.Equal([typeof(StudyStarted), typeof(StudyEnded)], run.Events.All.Select(studyEvent => studyEvent.GetType()));
        Assert.Equal(StudyOutcome.Cancelled, run.Ended.Outcome);
        Assert.Empty(run.Tuner.Records);
    }

    [Fact]
    public void An_objective_that_ignores_cancellation_is_ended_after_its_epoch()
    {
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var epochs = 0;
        var objective = new FunctionObjective("deaf", TestSpaces.Line, TestSpaces.At(0), _ =>
        {
            Interlocked.Increment(ref epochs);
            inside.Set();
            Patience.Await(goOn.WaitHandle, "leave to go on");
            return 0.1;
        });
        var run = TunerRun.Start(_searcher, objective, 100, new TunerOptions { MaxEpochs = 50 });
        Patience.Await(inside.WaitHandle, "the first epoch");
        run.Tuner.Cancel();
        goOn.Set();
        run.Finish();
        Assert.Equal(1, epochs);
        Assert.Equal(TrialStatus.Cancelled, run.StatusOf(0));
        Assert.Empty(run.Events.Of<EpochReported>());
    }

    [Fact]
    public void Before_a_run_stopping_and_cancelling_do_nothing()
    {
        var events = new EventRecorder();
        var tuner = new HpoTuner(new ScriptedScheduler(), new Branin(), null, events.Add);
        tuner.RequestStop();
        tuner.Cancel();
        Assert.Empty(events.All);
        tuner.Run(2);
        Assert.Equal(StudyOutcome.Completed, Assert.Single(events.Of<StudyEnded>()).Outcome);
    }

    [Fact]
    public void After_a_run_stopping_and_cancelling_do_nothing()
    {
        _objective.Answer(0, 0.5);
        var run = TunerRun.Start(_searcher, _objective, 1);
        run.Finish();
        var events = run.Events.All;
        run.Tuner.RequestStop();
        run.Tuner.Cancel();
        Assert.Equal(events, run.Events.All);
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void A_listener_may_stop_the_study()
    {
        HpoTuner? tuner = null;
        var events = new EventRecorder();
        tuner = new HpoTuner(new ScriptedScheduler(), new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ => 0.5), null, studyEvent =>
        {
            events.Add(studyEvent);
            if (studyEvent is TrialEnded { TrialId: 2 })
                tuner!.RequestStop();
        });
        tuner.Run(100);
        Assert.Equal(3, tuner.Records.Count);
        Assert.Equal(StudyOutcome.Stopped, Assert.Single(events.Of<StudyEnded>()).Outcome);
    }
}
