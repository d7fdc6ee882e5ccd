using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Views;

/// <summary>What people did to a study, as it is shown.</summary>
public class SteeringFoldTests
{
    private static readonly StudySnapshot Before = StudySnapshot.Empty.Apply(Events);

    [Fact]
    public void A_stop_and_a_pause_do_not_lose_sight_of_each_other()
    {
        Assert.Equal(StudyStatus.Pausing, After(new PauseRequested(Seconds(5))).Status);
        Assert.Equal(StudyStatus.Paused, After(new PauseRequested(Seconds(5)), new StudyPaused(Seconds(6))).Status);
        Assert.Equal(StudyStatus.Running, After(new PauseRequested(Seconds(5)), new StudyContinued(Seconds(6))).Status);
        Assert.Equal(StudyStatus.Pausing, After(new StopRequested(Seconds(5)), new PauseRequested(Seconds(5))).Status);
        Assert.Equal(StudyStatus.Paused, After(new PauseRequested(Seconds(5)), new StudyPaused(Seconds(5)), new StopRequested(Seconds(5))).Status);
        Assert.Equal(
            StudyStatus.Stopping, After(new StopRequested(Seconds(5)), new PauseRequested(Seconds(5)), new StudyContinued(Seconds(5))).Status);
        Assert.Equal(
            StudyStatus.Running,
            After(new StopRequested(Seconds(5)), new PauseRequested(Seconds(5)), new StopWithdrawn(Seconds(5)), new StudyContinued(Seconds(5))).Status);
    }

    [Fact]
    public void The_last_numbers_of_trials_and_workers_count()
    {
        Assert.Equal((5, 1), (Before.TrialsAsked(Definition), Before.WorkersAsked(Definition)));
        var after = After(new NumberOfTrialsChanged(Seconds(5), 8), new WorkersChanged(Seconds(5), 3), new NumberOfTrialsChanged(Seconds(5), 7));
        Assert.Equal((7, 3), (after.TrialsAsked(Definition), after.WorkersAsked(Definition)));
    }

    [Fact]
    public void What_is_enqueued_waits_until_it_is_started_or_taken_back()
    {
        StudyEvent[] events =
        [
            new ConfigurationEnqueued(Seconds(5), 0, Initial, 5),
            new ConfigurationEnqueued(Seconds(5), 1, Initial, 6),
            new ConfigurationWithdrawn(Seconds(6), 1, 5),
        ];
        var waiting = After(events);
        Assert.Equal((5, new EnqueuedTry(0, Initial, Seconds(5))), (waiting.TrialsAsked(Definition), Assert.Single(waiting.Enqueued)));
        var started = After([.. events, new TrialStarted(Seconds(7), 4, Initial, "asked for", 0, Enqueued: 0)]);
        Assert.Empty(started.Enqueued);
        Assert.Equal(0, started.Trials[4].Enqueued);
        Assert.Equal(events, started.Steering);
    }

    [Fact]
    public void A_study_that_goes_on_after_an_interruption_is_neither_paused_nor_stopping()
    {
        var after = After(
            new StopRequested(Seconds(5)), new PauseRequested(Seconds(5)), new StudyPaused(Seconds(5)),
            new StudyEnded(Seconds(5), StudyOutcome.Interrupted, "killed"), new StudyResumed(Seconds(5), DateTimeOffset.UnixEpoch));
        Assert.Equal((StudyStatus.Running, false), (after.Status, after.IsStopRequested));
    }

    private static StudySnapshot After(params StudyEvent[] events) =>
        Before.Apply(events.Select((studyEvent, i) => new LoggedEvent<StudyEvent>(Before.Sequence + 1 + i, studyEvent)));
}
