using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning.Steering;

/// <summary>A person asks for a configuration to be tried.</summary>
public class EnqueuedConfigurationTests
{
    private readonly ScriptedObjective _objective = new();

    [Fact]
    public void It_is_tried_before_the_searchers_next_suggestion_and_counts_as_a_trial()
    {
        var searcher = new HookRecorder();
        var run = TunerRun.Start(searcher, _objective, 3);
        _objective.AwaitAsking(0);
        Assert.Null(run.Tuner.Enqueue(TestSpaces.At(0.125), out var number));
        AnswerAll(3);
        run.Finish();
        Assert.Equal((0, 3), (number, Assert.Single(run.Events.Of<ConfigurationEnqueued>()).Trials));
        var started = run.Events.Of<TrialStarted>();
        Assert.Equal([null, 0, null], started.Select(trial => trial.Enqueued));
        Assert.Equal((TestSpaces.At(0.125), "tried because a person asked for it"), (started[1].Configuration, started[1].Reason));
        Assert.Equal([0, 2], searcher.Sampled);
        Assert.Equal([0, 1, 2], searcher.Updates.Select(update => update.TrialId));
        Assert.Equal(3, run.Tuner.Records.Count);
    }

    [Fact]
    public void When_no_trial_is_left_for_it_there_is_one_more_until_it_is_withdrawn()
    {
        var run = TunerRun.Start(new HookRecorder(), _objective, 1);
        _objective.AwaitAsking(0);
        run.Tuner.Enqueue(TestSpaces.At(0.1), out _);
        run.Tuner.Enqueue(TestSpaces.At(0.2), out var second);
        Assert.Contains("there cannot be fewer than 3", run.Tuner.SetNumberOfTrials(2), StringComparison.Ordinal);
        Assert.Null(run.Tuner.Withdraw(second));
        Assert.Equal("This configuration does not wait any more.", run.Tuner.Withdraw(second));
        AnswerAll(2);
        run.Finish();
        Assert.Equal([2, 3], run.Events.Of<ConfigurationEnqueued>().Select(enqueued => enqueued.Trials));
        Assert.Equal(2, Assert.Single(run.Events.Of<ConfigurationWithdrawn>()).Trials);
        Assert.Equal((2, "All 2 trials have run."), (run.Tuner.Records.Count, run.Ended.Reason));
        Assert.Equal("The study has ended.", run.Tuner.Enqueue(TestSpaces.At(0.3), out _));
    }

    [Fact]
    public void A_study_that_is_stopping_takes_none()
    {
        var run = TunerRun.Start(new HookRecorder(), _objective, 5);
        _objective.AwaitAsking(0);
        run.Tuner.RequestStop();
        Assert.Contains("Undo the stop first", run.Tuner.Enqueue(TestSpaces.At(0.1), out _), StringComparison.Ordinal);
        AnswerAll(1);
        run.Finish();
    }

    [Fact]
    public void Initial_configurations_are_still_tried_after_it()
    {
        var searcher = new RandomSearcher(TestSpaces.Line, TestSpaces.At(0.5));
        searcher.OnTrialStarted(0, TestSpaces.At(0.1));
        Assert.Equal(new Suggestion(TestSpaces.At(0.5), "initial configuration 1 of 1"), searcher.SampleConfiguration(1));
    }

    [Fact]
    public void In_an_exhausted_space_it_is_tried_all_the_same()
    {
        var run = TunerRun.Start(new HookRecorder(numberOfConfigurations: 1), _objective, 5, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        run.Tuner.Enqueue(TestSpaces.At(0.1), out _);
        AnswerAll(2);
        run.Finish();
        Assert.Equal((2, StudyOutcome.Exhausted), (run.Tuner.Records.Count, run.Ended.Outcome));
    }

    [Theory, MemberData(nameof(Methods.SchedulerNames), MemberType = typeof(Methods))]
    public void Every_scheduler_takes_any_number_at_any_moment_without_losing_its_way(string scheduler)
    {
        var random = new RandomStream(7);
        for (var time = 0; time < 10; time++)
        {
            var (events, asked) = RunEnqueuing(scheduler, random.NextInt64(), 1 + (time % 3));
            StudyGrammar.AssertFollowed(events, 9);
            Assert.Equal(StudyOutcome.Completed, Assert.IsType<StudyEnded>(events[^1]).Outcome);
            Assert.Equal(asked, events.OfType<TrialStarted>().Count(started => started.Enqueued is not null));
            var trials = events.OfType<ConfigurationEnqueued>().LastOrDefault()?.Trials ?? 12;
            Assert.Equal(Enumerable.Range(0, trials), events.OfType<TrialStarted>().Select(started => started.TrialId));
        }
    }

    private static (IReadOnlyList<StudyEvent> Events, int Asked) RunEnqueuing(string scheduler, long seed, int workers)
    {
        var (random, events, asked) = (new RandomStream(seed), new EventRecorder(), 0);
        HpoTuner? tuner = null;
        var curve = new SyntheticCurve();
        var objective = new InterposedObjective(curve, (_, _) =>
        {
            lock (random)
            {
                if (asked == 6 || random.Next(8) != 0 || tuner!.Enqueue(curve.DefaultSpace.Sample(random), out _) is not null)
                    return;
                asked++;
            }
        });
        tuner = new HpoTuner(
            Methods.Schedulers[scheduler](Methods.Searchers["TPE"](curve.DefaultSpace, 3), 9), objective,
            new TunerOptions { MaxEpochs = 9, Workers = workers }, events.Add);
        tuner.Run(12);
        return (events.All, asked);
    }

    private void AnswerAll(int trials)
    {
        for (var trial = 0; trial < trials; trial++)
            _objective.Answer(trial, 0.5);
    }
}
