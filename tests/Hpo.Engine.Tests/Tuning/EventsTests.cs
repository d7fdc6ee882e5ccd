using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

public class EventsTests
{
    [Fact]
    public void A_study_tells_its_story_in_order()
    {
        var time = new ManualTimeProvider();
        var objective = new ScriptedObjective(maxEpochs: 2);
        var searcher = new RecordingSearcher();
        var run = TunerRun.Start(searcher, objective, 1, time: time);
        foreach (var epoch in new[] { 1, 2 })
        {
            objective.AwaitAsking(0, epoch);
            time.Advance(TimeSpan.FromSeconds(2));
            objective.Answer(0, 0.5 / epoch, epoch);
        }

        run.Finish();
        Assert.Equal(
            [
                new StudyStarted(TimeSpan.Zero, ManualTimeProvider.Start),
                new TrialStarted(TimeSpan.Zero, 0, searcher.Suggested[0], "from what was learned", 0),
                new EpochReported(TimeSpan.FromSeconds(2), 0, 1, 0.5, TimeSpan.FromSeconds(2)),
                new EpochReported(TimeSpan.FromSeconds(4), 0, 2, 0.25, TimeSpan.FromSeconds(4)),
                new TrialEnded(TimeSpan.FromSeconds(4), 0, TrialStatus.Completed, TimeSpan.FromSeconds(4), null),
                new StudyEnded(TimeSpan.FromSeconds(4), StudyOutcome.Completed, "Its one trial has run."),
            ],
            run.Events.All);
    }

    [Fact]
    public void With_many_workers_events_still_come_one_at_a_time_and_in_the_order_of_their_times()
    {
        var inside = 0;
        var events = new EventRecorder();
        var tuner = new HpoTuner(
            new Hpo.Engine.Schedulers.BasicScheduler(new RandomSearcher(new SyntheticCurve().DefaultSpace)), new SyntheticCurve(), new TunerOptions { Workers = 8 }, studyEvent =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                events.Add(studyEvent);
                Assert.Equal(0, Interlocked.Decrement(ref inside));
            });
        tuner.Run(200);
        Assert.Equal(events.All.Select(studyEvent => studyEvent.Elapsed).Order(), events.All.Select(studyEvent => studyEvent.Elapsed));
        StudyGrammar.AssertFollowed(events.All, maxEpochs: 10);
    }

    [Fact]
    public void A_study_without_a_listener_runs_as_well()
    {
        var tuner = new HpoTuner(new ScriptedScheduler(), new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), configuration => configuration.X()));
        tuner.Run(3);
        Assert.Equal(3, tuner.Records.Count);
    }
}
