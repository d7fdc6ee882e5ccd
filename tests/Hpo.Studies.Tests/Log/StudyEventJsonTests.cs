using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

public class StudyEventJsonTests
{
    public static TheoryData<StudyEvent> EveryEvent =>
    [
        .. Events.Select(logged => logged.Event),
        new TrialResumed(Seconds(5), 2, "promoted to rung 2", 1),
        new TrialLost(Seconds(5.1), 2, Seconds(2), "node 7 does not answer."),
        new TrialEnded(Seconds(6), 4, TrialStatus.Failed, Seconds(1), "ArithmeticException: singular matrix", Trace: "at f\n at g"),
        new CheckpointLost(Seconds(5.2), 2, 1, "computed again up to epoch 1, because the checkpoint is lost"),
        new RungReached(Seconds(5.5), 2, new RungStanding(0, 3, 2, 9, 0.142), "rank 2 of 9 at rung 3"),
        new RungReached(Seconds(5.6), 3, new RungStanding(0, 1, 1, 1, null), null),
        new StopRequested(Seconds(6)),
        new StopWithdrawn(Seconds(6)),
        new PauseRequested(Seconds(6)),
        new StudyPaused(Seconds(6)),
        new StudyContinued(Seconds(6)),
        new NumberOfTrialsChanged(Seconds(6), 12),
        new WorkersChanged(Seconds(6), 3),
        new ConfigurationEnqueued(Seconds(6), 1, Initial, 13),
        new ConfigurationWithdrawn(Seconds(6), 1, 12),
        new TrialStopRequested(Seconds(6), 4),
        new TrialStarted(Seconds(6), 5, Initial, "asked for", 0, Enqueued: 1),
        new StudyResumed(Seconds(6.5), new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)),
        new StudyEnded(Seconds(7), StudyOutcome.Stopped, "Stopped on request."),
    ];

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void An_event_comes_back_as_it_was(StudyEvent studyEvent) =>
        Assert.Equal(studyEvent, StudyEventJson.Read(StudyEventJson.TypeName(studyEvent), StudyEventJson.WriteBody(studyEvent)));

    [Fact]
    public void Every_type_of_event_is_covered() => Assert.Equal(
        typeof(StudyEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StudyEvent))).Select(type => type.Name).Order(),
        EveryEvent.Select<object[], string>(row => row[0].GetType().Name).Distinct().Order());

    [Theory]
    [InlineData("noSuchEvent", "{}")]
    [InlineData("stopRequested", "{}")]
    [InlineData("stopRequested", "not json")]
    [InlineData("trialStarted", """{"elapsed":"00:00:01","trialId":0,"configuration":null,"reason":"r","worker":0}""")]
    public void A_damaged_event_is_refused_in_words(string type, string body) =>
        Assert.Throws<InvalidDataException>(() => StudyEventJson.Read(type, body));
}
