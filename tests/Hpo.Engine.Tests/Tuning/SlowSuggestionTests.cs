using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>A searcher that takes long, as a Gaussian process of many trials does: nobody but the worker that asked waits for it.</summary>
public class SlowSuggestionTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);
    private readonly SlowSearcher _searcher = new(slowFrom: 1);

    [Fact]
    public void Reports_and_commands_do_not_wait_for_it()
    {
        var run = Start(trials: 3);
        _searcher.AwaitWork(1);
        _objective.Answer(0, 0.5, 1);
        _objective.Answer(0, 0.4, 2);
        run.Events.AwaitCount<EpochReported>(2);
        Assert.Null(run.Tuner.SetWorkers(3));
        Assert.Null(run.Tuner.SetNumberOfTrials(2));
        _objective.Answer(0, 0.3, 3);
        run.Events.AwaitCount<TrialEnded>(1);
        Assert.Single(run.Events.Of<TrialStarted>());
        _searcher.Release(1);
        Answer(1);
        run.Finish();
        Assert.Equal([0, 1], run.Events.Of<TrialStarted>().Select(start => start.TrialId));
        // three reports, two commands and the end of trial 0
        Assert.Equal(6, run.Events.Of<TrialStarted>()[1].EventsSinceDecision);
    }

    [Fact]
    public void It_suggests_what_it_would_have_if_all_had_waited()
    {
        var run = Start(trials: 2);
        _searcher.AwaitWork(1);
        Answer(0);
        run.Events.AwaitCount<TrialEnded>(1);
        _searcher.Release(1);
        Answer(1);
        run.Finish();
        Assert.Equal(new SlowSearcher().SampleConfiguration(1)!.Configuration, run.Events.Of<TrialStarted>()[1].Configuration);
    }

    [Fact]
    public void What_is_decided_next_knows_of_the_trial_that_is_being_thought_about()
    {
        var run = Start(trials: 4);
        _searcher.AwaitWork(1);
        Assert.Null(run.Tuner.Enqueue(TestSpaces.At(0.125), out _));
        // a worker is free, and the configuration waits all the same: trials are started in the order of their numbers
        Answer(0);
        run.Events.AwaitCount<TrialEnded>(1);
        Assert.Single(run.Events.Of<TrialStarted>());
        foreach (var trial in new[] { 1, 3 })
            _searcher.Release(trial);
        foreach (var trial in new[] { 1, 2, 3 })
            Answer(trial);
        run.Finish();
        Assert.Equal([null, null, 0, null], run.Events.Of<TrialStarted>().Select(start => start.Enqueued));
    }

    [Fact]
    public void The_trial_it_thinks_about_is_spoken_for()
    {
        var run = Start(trials: 2);
        _searcher.AwaitWork(1);
        Assert.Contains("cannot be fewer than 2", run.Tuner.SetNumberOfTrials(1), StringComparison.Ordinal);
        Assert.Null(run.Tuner.Enqueue(TestSpaces.At(0.125), out _));
        Assert.Equal(3, Assert.Single(run.Events.Of<ConfigurationEnqueued>()).Trials);
        _searcher.Release(1);
        foreach (var trial in new[] { 0, 1, 2 })
            Answer(trial);
        run.Finish();
        Assert.Equal(3, run.Tuner.Records.Count);
    }

    [Fact]
    public void A_study_that_is_paused_rests_when_it_has_done_its_work_and_begins_the_trial_when_it_goes_on()
    {
        var run = Start(trials: 2);
        _searcher.AwaitWork(1);
        Assert.Null(run.Tuner.Pause());
        _objective.Answer(0, 0.5, 1);
        run.Events.AwaitCount<EpochReported>(1);
        Assert.Empty(run.Events.Of<StudyPaused>());
        _searcher.Release(1);
        run.Events.AwaitCount<StudyPaused>(1);
        Assert.Single(run.Events.Of<TrialStarted>());
        Assert.Null(run.Tuner.GoOn());
        _objective.Answer(0, 0.4, 2);
        _objective.Answer(0, 0.3, 3);
        Answer(1);
        run.Finish();
        Assert.Equal(2, run.Events.Of<TrialStarted>().Count);
    }

    [Fact]
    public void A_study_that_is_stopped_starts_nothing_more_unless_the_stop_is_withdrawn()
    {
        var run = Start(trials: 2);
        _searcher.AwaitWork(1);
        Assert.Null(run.Tuner.RequestStop());
        _searcher.Release(1);
        _objective.Answer(0, 0.5, 1);
        run.Events.AwaitCount<EpochReported>(1);
        Assert.Null(run.Tuner.WithdrawStop());
        run.Events.AwaitCount<TrialStarted>(2);
        Assert.Null(run.Tuner.RequestStop());
        _objective.Answer(0, 0.4, 2);
        _objective.Answer(0, 0.3, 3);
        Answer(1);
        run.Finish();
        Assert.Equal(StudyOutcome.Stopped, run.Ended.Outcome);
    }

    [Fact]
    public void A_study_that_ends_meanwhile_never_started_the_trial()
    {
        var run = Start(trials: 2);
        _searcher.AwaitWork(1);
        Assert.Null(run.Tuner.Cancel());
        _searcher.Release(1);
        run.Finish();
        Assert.Equal((0, StudyOutcome.Cancelled), (Assert.Single(run.Events.Of<TrialStarted>()).TrialId, run.Ended.Outcome));
        StudyGrammar.AssertFollowed(run.Events.All, maxEpochs: 3);
    }

    [Fact]
    public void Work_that_throws_ends_the_study_in_words()
    {
        var run = TunerRun.Start(
            new SlowSearcher(slowFrom: 1, isHeld: false) { Failure = _ => new InvalidOperationException("no model") }, _objective, 2, new TunerOptions { Workers = 2 });
        Assert.Equal("no model", Assert.Throws<InvalidOperationException>(run.Finish).Message);
        Assert.Equal((StudyOutcome.Failed, "InvalidOperationException: no model"), (run.Ended.Outcome, run.Ended.Reason));
    }

    [Fact]
    public void An_interrupted_study_goes_on_with_the_same_suggestions()
    {
        var run = Start(trials: 4);
        _searcher.AwaitWork(1);
        _objective.Answer(0, 0.5, 1);
        run.Events.AwaitCount<EpochReported>(1);
        _searcher.Release(1);
        _objective.Answer(0, 0.4, 2);
        _objective.Answer(0, 0.3, 3);
        _searcher.AwaitWork(2);
        _objective.Answer(1, 0.25, 1);
        run.Events.AwaitCount<EpochReported>(4);
        Assert.Null(run.Tuner.Enqueue(TestSpaces.At(0.125), out _));
        foreach (var trial in new[] { 2, 3, 4 })
            _searcher.Release(trial);
        _objective.Answer(1, 0.2, 2);
        _objective.Answer(1, 0.1, 3);
        foreach (var trial in new[] { 2, 3 })
            Answer(trial);
        run.Finish();
        var whole = run.Events.All;
        Assert.Contains(whole.OfType<TrialStarted>(), start => start.EventsSinceDecision > 1);
        for (var length = 1; length < whole.Count; length++)
        {
            var history = CutHistory.Of(whole, length);
            var (events, again) = (new EventRecorder(), new ScriptedObjective(maxEpochs: 3));
            foreach (var (trial, epoch) in from trial in Enumerable.Range(0, 5) from epoch in Enumerable.Range(1, 3) select (trial, epoch))
                again.Answer(trial, 0.5, epoch);
            new HpoTuner(new BasicScheduler(new SlowSearcher(1, isHeld: false)), again, new TunerOptions { Workers = 2 }, events.Add).Resume(history, 4);
            Assert.Equal(
                whole.Take(length).OfType<TrialStarted>().Select(EventText.WithoutTimes),
                history.Concat(events.All).OfType<TrialStarted>().Take(whole.Take(length).OfType<TrialStarted>().Count()).Select(EventText.WithoutTimes));
            StudyGrammar.AssertFollowed([.. history, .. events.All], maxEpochs: 3);
        }
    }

    private TunerRun Start(int trials) => TunerRun.Start(_searcher, _objective, trials, new TunerOptions { Workers = 2 });

    private void Answer(int trial)
    {
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(trial, 0.5 / (trial + epoch), epoch);
    }
}
