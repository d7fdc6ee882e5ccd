using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning.Steering;

/// <summary>A person pauses a whole study, and lets it go on.</summary>
public class PausingStudyTests
{
    private readonly RecordingSearcher _searcher = new();
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_trial_finishes_its_epoch_and_then_nothing_computes()
    {
        var run = TunerRun.Start(_searcher, _objective, 2, time: _time);
        _objective.AwaitAsking(0);
        Assert.Null(run.Tuner.Pause());
        Assert.Empty(run.Events.Of<StudyPaused>());
        _objective.Answer(0, 0.5);
        run.Events.AwaitCount<StudyPaused>(1);
        Assert.Equal(
            [typeof(StudyStarted), typeof(TrialStarted), typeof(PauseRequested), typeof(EpochReported), typeof(StudyPaused)],
            run.Events.All.Select(studyEvent => studyEvent.GetType()));
        Answer(0, 2, 3);
        Answer(1, 1, 2, 3);
        Assert.Null(run.Tuner.GoOn());
        run.Finish();
        Assert.Single(run.Events.Of<StudyContinued>());
        Assert.Equal((2, StudyOutcome.Completed), (run.Tuner.Records.Count, run.Ended.Outcome));
    }

    [Fact]
    public void Its_time_stands_still_and_so_does_that_of_its_trials()
    {
        var run = TunerRun.Start(_searcher, _objective, 1, time: _time);
        _objective.AwaitAsking(0);
        _time.Advance(TimeSpan.FromSeconds(2));
        run.Tuner.Pause();
        // what is still computed counts
        _time.Advance(TimeSpan.FromSeconds(3));
        _objective.Answer(0, 0.5);
        run.Events.AwaitCount<StudyPaused>(1);
        _time.Advance(TimeSpan.FromHours(1));
        run.Tuner.GoOn();
        _objective.AwaitAsking(0, 2);
        _time.Advance(TimeSpan.FromSeconds(4));
        Answer(0, 2, 3);
        run.Finish();
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(run.Events.Of<StudyPaused>()).Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(run.Events.Of<StudyContinued>()).Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(run.Events.Of<TrialEnded>()).Runtime);
        Assert.Equal(TimeSpan.FromSeconds(9), run.Ended.Elapsed);
    }

    [Fact]
    public void Neither_the_time_limit_nor_that_of_a_trial_goes_on()
    {
        var run = TunerRun.Start(
            _searcher, _objective, 1, new TunerOptions { TimeLimit = TimeSpan.FromSeconds(60), TrialTimeout = TimeSpan.FromSeconds(50) }, _time);
        _objective.AwaitAsking(0);
        _time.Advance(TimeSpan.FromSeconds(20));
        run.Tuner.Pause();
        _objective.Answer(0, 0.5);
        run.Events.AwaitCount<StudyPaused>(1);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(run.Events.Of<TrialEnded>());
        run.Tuner.GoOn();
        _objective.AwaitAsking(0, 2);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(run.Events.Of<TrialEnded>());
        _time.Advance(TimeSpan.FromSeconds(1));
        run.Events.AwaitCount<TrialEnded>(1);
        run.Finish();
        Assert.Equal((TrialStatus.TimedOut, TimeSpan.FromSeconds(50)), (run.StatusOf(0), Assert.Single(run.Events.Of<TrialEnded>()).Runtime));
    }

    [Fact]
    public void The_time_limit_is_kept_after_a_pause()
    {
        var run = TunerRun.Start(_searcher, _objective, 1, new TunerOptions { TimeLimit = TimeSpan.FromSeconds(60) }, _time);
        _objective.AwaitAsking(0);
        run.Tuner.Pause();
        _objective.Answer(0, 0.5);
        run.Events.AwaitCount<StudyPaused>(1);
        _time.Advance(TimeSpan.FromDays(1));
        run.Tuner.GoOn();
        _objective.AwaitAsking(0, 2);
        _time.Advance(TimeSpan.FromSeconds(60));
        run.Finish();
        Assert.Equal((StudyOutcome.TimeLimit, TimeSpan.FromSeconds(60)), (run.Ended.Outcome, run.Ended.Elapsed));
    }

    [Fact]
    public void Several_workers_come_to_rest_one_after_the_other()
    {
        var run = TunerRun.Start(_searcher, _objective, 3, new TunerOptions { Workers = 3 }, _time);
        for (var trial = 0; trial < 3; trial++)
            _objective.AwaitAsking(trial);
        run.Tuner.Pause();
        Answer(1, 1);
        Answer(2, 1);
        run.Events.AwaitCount<EpochReported>(2);
        Assert.Empty(run.Events.Of<StudyPaused>());
        Answer(0, 1);
        run.Events.AwaitCount<StudyPaused>(1);
        for (var trial = 0; trial < 3; trial++)
            Answer(trial, 2, 3);
        run.Tuner.GoOn();
        run.Finish();
        Assert.Equal(3, run.Tuner.Records.Count(record => record.Status == TrialStatus.Completed));
    }

    [Fact]
    public void A_study_whose_trials_have_all_run_waits_too_so_that_more_can_be_added()
    {
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(_searcher, objective, 1);
        objective.AwaitAsking(0);
        run.Tuner.Pause();
        objective.Answer(0, 0.5);
        run.Events.AwaitCount<StudyPaused>(1);
        Assert.Null(run.Tuner.SetNumberOfTrials(2));
        Assert.Empty(run.Events.Of<StudyEnded>());
        objective.Answer(1, 0.4);
        run.Tuner.GoOn();
        run.Finish();
        Assert.Equal(2, run.Tuner.Records.Count);
    }

    [Fact]
    public void It_can_be_taken_back_before_the_study_has_come_to_rest()
    {
        var run = TunerRun.Start(_searcher, _objective, 1);
        _objective.AwaitAsking(0);
        run.Tuner.Pause();
        run.Tuner.GoOn();
        Answer(0, 1, 2, 3);
        run.Finish();
        Assert.Empty(run.Events.Of<StudyPaused>());
    }

    [Fact]
    public void A_paused_study_can_be_cancelled()
    {
        var run = TunerRun.Start(_searcher, _objective, 5);
        _objective.AwaitAsking(0);
        run.Tuner.Pause();
        Answer(0, 1);
        run.Events.AwaitCount<StudyPaused>(1);
        run.Tuner.Cancel();
        run.Finish();
        Assert.Equal((StudyOutcome.Cancelled, TrialStatus.Cancelled), (run.Ended.Outcome, run.StatusOf(0)));
    }

    [Fact]
    public void A_trial_of_a_paused_study_can_be_stopped()
    {
        var run = TunerRun.Start(_searcher, _objective, 1);
        _objective.AwaitAsking(0);
        run.Tuner.Pause();
        Answer(0, 1);
        run.Events.AwaitCount<StudyPaused>(1);
        Assert.Null(run.Tuner.StopTrial(0));
        run.Events.AwaitCount<TrialEnded>(1);
        run.Tuner.GoOn();
        run.Finish();
        Assert.Equal(TrialStatus.Stopped, run.StatusOf(0));
    }

    [Fact]
    public void Doing_it_twice_is_refused_in_words()
    {
        var run = TunerRun.Start(_searcher, _objective, 1);
        _objective.AwaitAsking(0);
        Assert.Equal("The study is not paused.", run.Tuner.GoOn());
        run.Tuner.Pause();
        Assert.Equal("The study is paused already.", run.Tuner.Pause());
        run.Tuner.Cancel();
        run.Finish();
        Assert.Equal("The study has ended.", run.Tuner.Pause());
        Assert.Single(run.Events.Of<PauseRequested>());
    }

    private void Answer(int trial, params int[] epochs)
    {
        foreach (var epoch in epochs)
            _objective.Answer(trial, 0.5 / epoch, epoch);
    }
}
