using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Trials that run on other machines: no thread waits for them here, and machines go away.</summary>
public class ElsewhereTests
{
    private const int MaxEpochs = 3;

    private readonly Elsewhere _elsewhere = new();
    private readonly EventRecorder _events = new();
    private HpoTuner _tuner = null!;
    private Task _run = null!;

    [Fact]
    public void Five_hundred_trials_at_the_same_time_hold_no_threads()
    {
        Start(new BasicScheduler(new RandomSearcher(TestSpaces.Line, seed: 1)), trials: 700, workers: 500);
        _elsewhere.AwaitBusy(500);
        Assert.InRange(_elsewhere.Callers, 1, RealTimeRun.Deciders);
        RunAll();
        Assert.InRange(_elsewhere.Callers, 1, RealTimeRun.Deciders);
        Assert.Equal(700, _events.Of<TrialEnded>().Count(ended => ended.Status == TrialStatus.Completed));
    }

    [Fact]
    public void Of_many_trials_some_of_which_are_lost_each_comes_to_its_end_once()
    {
        Start(new BasicScheduler(new RandomSearcher(TestSpaces.Line, seed: 1)), trials: 120, workers: 50);
        RunAll(machine => machine.Request.TrialId % 3 == 0 && machine.Request.Attempt <= machine.Request.TrialId % 4);
        Assert.Equal(Enumerable.Range(0, 120), _events.Of<TrialStarted>().Select(started => started.TrialId));
        Assert.Equal(Enumerable.Range(0, 120), _events.Of<TrialEnded>().Where(ended => ended.Status == TrialStatus.Completed).Select(ended => ended.TrialId).Order());
        Assert.Equal(120 * MaxEpochs, _events.Of<EpochReported>().Count);
        Assert.Equal(Enumerable.Range(0, 120).Where(id => id % 3 == 0).Sum(id => id % 4), _events.Of<TrialLost>().Count);
    }

    [Fact]
    public void A_lost_trial_is_run_again_from_its_last_checkpoint()
    {
        Start(ScriptedScheduler.PauseOnce(), trials: 1);
        _elsewhere.Await(0).Run(1, MaxEpochs);
        var resumed = _elsewhere.Await(0, attempt: 2);
        resumed.Run(2, 2);
        resumed.Lose("node 7 does not answer.");
        var again = _elsewhere.Await(0, attempt: 3);
        Assert.Equal([1], again.Request.Checkpoint);
        again.Run(2, MaxEpochs);
        Finish();
        Assert.Equal((0, "node 7 does not answer."), _events.Of<TrialLost>().Select(lost => (lost.TrialId, lost.Reason)).Single());
        Assert.Equal(
            ["promoted", "run again from its checkpoint after epoch 1, because it was lost (node 7 does not answer)"],
            _events.Of<TrialResumed>().Select(resumption => resumption.Reason));
        // what it had reported is not reported a second time
        Assert.Equal([1, 2, 3], _events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Equal(TrialStatus.Completed, _events.Of<TrialEnded>().Single().Status);
    }

    [Fact]
    public void One_that_never_had_a_checkpoint_begins_anew()
    {
        Start(new ScriptedScheduler(), trials: 1);
        _elsewhere.Await(0).Run(1, 2);
        _elsewhere.Await(0).Lose();
        Assert.Null(_elsewhere.Await(0, attempt: 2).Request.Checkpoint);
        Assert.Equal(_elsewhere.Await(0).Request.Seed, _elsewhere.Await(0, attempt: 2).Request.Seed);
        _elsewhere.Await(0, attempt: 2).Run(1, MaxEpochs);
        Finish();
        Assert.Equal("run again, because it was lost (the machine went away)", _events.Of<TrialResumed>().Single().Reason);
    }

    [Fact]
    public void A_pause_whose_checkpoint_is_lost_is_made_when_the_trial_is_there_again()
    {
        Start(ScriptedScheduler.PauseOnce(), trials: 1);
        Assert.Equal(VerdictKind.Pause, Answer(_elsewhere.Await(0).Report(1)).Kind);
        _elsewhere.Await(0).Lose();
        _elsewhere.Await(0, attempt: 2).Run(1, MaxEpochs);
        _elsewhere.Await(0, attempt: 3).Run(2, MaxEpochs);
        Finish();
        Assert.Equal("rung 1", _events.Of<TrialPaused>().Single().Reason);
        Assert.Equal([1, 2, 3], _events.Of<EpochReported>().Select(report => report.Epoch));
    }

    [Fact]
    public void A_trial_that_is_lost_again_and_again_fails_in_words()
    {
        Start(new ScriptedScheduler(), trials: 1);
        for (var attempt = 1; attempt <= TrialEndings.MostReruns + 1; attempt++)
            _elsewhere.Await(0, attempt).Lose("node 7 does not answer.");
        Finish();
        Assert.Equal(TrialEndings.MostReruns, _events.Of<TrialLost>().Count);
        var ended = _events.Of<TrialEnded>().Single();
        Assert.Equal((TrialStatus.Failed, "It was lost 4 times, and is not run again: node 7 does not answer."), (ended.Status, ended.Reason));
    }

    [Fact]
    public void A_late_report_of_an_old_attempt_is_refused()
    {
        Start(new ScriptedScheduler(), trials: 1);
        var lost = _elsewhere.Await(0);
        lost.Run(1, 1);
        lost.Lose();
        var again = _elsewhere.Await(0, attempt: 2);
        again.Run(1, 1);
        Assert.Equal("Attempt 1 at trial 0 is over.", Refusal(lost, 2));
        again.Run(2, MaxEpochs);
        Assert.Equal("Attempt 2 at trial 0 is over.", Refusal(again, 3));
        Finish();
        Assert.Equal(MaxEpochs, _events.Of<EpochReported>().Count);
    }

    [Fact]
    public void A_searcher_hears_nothing_of_a_loss()
    {
        var searcher = new RecordingSearcher();
        Start(new BasicScheduler(searcher), trials: 1);
        _elsewhere.Await(0).Run(1, 2);
        _elsewhere.Await(0).Lose();
        var again = _elsewhere.Await(0, attempt: 2);
        Assert.Equal([0], searcher.Pending);
        again.Run(1, MaxEpochs);
        Finish();
        Assert.Empty(searcher.Failed);
        Assert.Equal((0, 1.0 / MaxEpochs), searcher.Learned.Select(learned => (learned.TrialId, learned.Error)).Single());
    }

    [Fact]
    public void What_a_lost_attempt_took_does_not_count_towards_the_time_a_trial_may_take()
    {
        var time = new ManualTimeProvider();
        Start(new ScriptedScheduler(), trials: 1, time: time, timeout: TimeSpan.FromSeconds(10));
        _elsewhere.Await(0).Run(1, 1);
        time.Advance(TimeSpan.FromSeconds(9));
        _elsewhere.Await(0).Lose();
        var again = _elsewhere.Await(0, attempt: 2);
        again.Run(1, 1);
        time.Advance(TimeSpan.FromSeconds(9));
        again.Run(2, MaxEpochs);
        Finish();
        var ended = _events.Of<TrialEnded>().Single();
        Assert.Equal((TrialStatus.Completed, TimeSpan.FromSeconds(18)), (ended.Status, ended.Runtime));
    }

    [Fact]
    public void A_trial_that_is_lost_while_the_study_is_paused_waits_until_it_goes_on()
    {
        Start(new ScriptedScheduler(), trials: 1);
        var lost = _elsewhere.Await(0);
        Assert.Null(_tuner.Pause());
        var answer = lost.Report(1);
        Assert.Single(_events.Of<StudyPaused>());
        Assert.False(answer.IsCompleted);
        lost.Lose();
        Assert.Throws<TaskCanceledException>(() => Patience.Await(answer, "the end of its wait"));
        Assert.Null(_tuner.GoOn());
        _elsewhere.Await(0, attempt: 2).Run(1, MaxEpochs);
        Finish();
        Assert.Equal([typeof(StudyPaused), typeof(TrialLost), typeof(StudyContinued), typeof(TrialResumed)], Types(typeof(StudyPaused), typeof(TrialResumed)));
    }

    [Fact]
    public void A_report_is_answered_when_a_paused_study_goes_on()
    {
        Start(new ScriptedScheduler(), trials: 1);
        var machine = _elsewhere.Await(0);
        Assert.Null(_tuner.Pause());
        var answer = machine.Report(1);
        Assert.False(answer.IsCompleted);
        Assert.Null(_tuner.GoOn());
        Assert.Equal(VerdictKind.Continue, Answer(answer).Kind);
        _elsewhere.Await(0).Run(2, MaxEpochs);
        Finish();
    }

    [Fact]
    public void A_stopping_study_brings_a_lost_trial_to_its_end_too()
    {
        Start(new ScriptedScheduler(), trials: 10);
        _elsewhere.Await(0).Run(1, 1);
        Assert.Null(_tuner.RequestStop());
        _elsewhere.Await(0).Lose();
        _elsewhere.Await(0, attempt: 2).Run(1, MaxEpochs);
        Finish();
        Assert.Equal(TrialStatus.Completed, _events.Of<TrialEnded>().Single().Status);
        Assert.Equal(StudyOutcome.Stopped, _events.Of<StudyEnded>().Single().Outcome);
    }

    [Fact]
    public void A_trial_that_a_person_stops_is_cancelled_elsewhere_and_one_that_is_lost_meanwhile_has_ended()
    {
        Start(new ScriptedScheduler(), trials: 2, workers: 2);
        _elsewhere.Await(0).Run(1, 1);
        Assert.Null(_tuner.StopTrial(0));
        Assert.Throws<TaskCanceledException>(() => Patience.Await(_elsewhere.Await(0).End, "the end of trial 0"));
        _elsewhere.Await(1).Run(1, MaxEpochs);
        Finish();
        Assert.Equal(TrialStatus.Stopped, _events.Of<TrialEnded>().Single(ended => ended.TrialId == 0).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_throws_when_a_trial_is_cancelled_ends_the_study_and_not_who_cancels(bool isTimeout)
    {
        var (time, timeout) = (new ManualTimeProvider(), TimeSpan.FromSeconds(10));
        Start(new ScriptedScheduler(), trials: 2, time: time, timeout: timeout);
        _elsewhere.Await(0).Cancellation.Register(() => throw new InvalidOperationException("No connection."));
        if (isTimeout)
            time.Advance(timeout);
        else
            Assert.Null(_tuner.StopTrial(0));
        var fault = Assert.Throws<AggregateException>(Finish);
        Assert.Equal("No connection.", Assert.IsType<InvalidOperationException>(fault.InnerException).Message);
        Assert.Equal(StudyOutcome.Failed, _events.Of<StudyEnded>().Single().Outcome);
    }

    [Fact]
    public void Cancelling_the_study_cancels_what_runs_elsewhere()
    {
        Start(new ScriptedScheduler(), trials: 80, workers: 40);
        _elsewhere.AwaitBusy(40);
        Assert.Null(_tuner.Cancel());
        Finish();
        Assert.Empty(_elsewhere.Busy);
        Assert.Equal(40, _events.Of<TrialEnded>().Count(ended => ended.Status == TrialStatus.Cancelled));
    }

    [Fact]
    public void A_study_that_is_interrupted_after_a_loss_goes_on_with_the_lost_trial()
    {
        Start(ScriptedScheduler.PauseOnce(), trials: 1);
        _elsewhere.Await(0).Run(1, MaxEpochs);
        _elsewhere.Await(0, attempt: 2).Run(2, 2);
        _elsewhere.Await(0, attempt: 2).Lose();
        _elsewhere.Await(0, attempt: 3);
        _tuner.Interrupt();
        Finish();
        // the process is killed between the loss and the next attempt
        var history = CutHistory.Of(_events.All, _events.All.ToList().FindIndex(studyEvent => studyEvent is TrialLost) + 1);

        var later = new Elsewhere();
        var events = new EventRecorder();
        var tuner = new HpoTuner(ScriptedScheduler.PauseOnce(), new ScriptedObjective(MaxEpochs), null, events.Add, executor: later);
        var run = Task.Factory.StartNew(() => tuner.Resume(history, 1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        later.Await(0, attempt: 3).Run(1, MaxEpochs);
        Patience.Await(run, "the end of the run");
        Assert.Equal([3], events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Equal("run again from its checkpoint after epoch 1, because it was lost (the machine went away)", events.Of<TrialResumed>().Single().Reason);
    }

    private void Start(HpoScheduler scheduler, int trials, int workers = 1, TimeProvider? time = null, TimeSpan? timeout = null)
    {
        _tuner = new HpoTuner(
            scheduler, new ScriptedObjective(MaxEpochs), new TunerOptions { Workers = workers, TrialTimeout = timeout }, _events.Add, time, _elsewhere);
        _run = Task.Factory.StartNew(() => _tuner.Run(trials), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Plays all machines until the study has ended.</summary>
    private void RunAll(Func<Elsewhere.Machine, bool>? isLost = null)
    {
        foreach (var machine in _elsewhere.Until(_run))
        {
            if (isLost?.Invoke(machine) == true)
            {
                machine.Run(1, 2);
                machine.Lose();
            }
            else
            {
                machine.Run(1, MaxEpochs);
            }
        }

        Finish();
    }

    private void Finish()
    {
        Patience.Await(_run, "the end of the run");
        StudyGrammar.AssertFollowed(_events.All, MaxEpochs);
    }

    private IEnumerable<Type> Types(Type from, Type to)
    {
        var types = _events.All.Select(studyEvent => studyEvent.GetType()).ToList();
        return types.Skip(types.IndexOf(from)).Take(types.IndexOf(to) - types.IndexOf(from) + 1);
    }

    private static string Refusal(Elsewhere.Machine machine, int epoch)
    {
        try
        {
            _ = machine.Report(epoch);
            throw new InvalidOperationException("The report was taken in.");
        }
        catch (OperationCanceledException exception)
        {
            return exception.Message;
        }
    }

    private static Verdict Answer(Task<Verdict> answer)
    {
        Patience.Await(answer, "an answer");
        return answer.Result;
    }
}
