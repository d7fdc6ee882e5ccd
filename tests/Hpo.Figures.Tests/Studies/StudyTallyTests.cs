using Hpo.Dashboard.Tests.Live;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Figures.Tests.Studies;

public sealed class StudyTallyTests
{
    private static StudyShapes Shapes(StudyTally tally, int mostCurves = 4) => StudyShapes.Of(tally, Story.Network, 2, mostCurves);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Counting_along_leads_to_what_is_counted_at_once(int seed)
    {
        var (study, tally, seen) = (StudySnapshot.Empty, new StudyTally(), new HashSet<StudyShapes>());
        foreach (var batch in StudyScript.Draw(seed, trials: 40).Chunk(seed))
        {
            study = study.Apply(batch.Select((studyEvent, i) => new LoggedEvent<StudyEvent>(study.Sequence + 1 + i, studyEvent)));
            tally.Follow(study);

            Assert.Equal(Shapes(StudyTally.Of(study)), Shapes(tally));
            seen.Add(Shapes(tally));
        }

        Assert.True(seen.Count > 10);
    }

    [Fact]
    public void A_study_that_is_taken_up_again_is_counted_anew()
    {
        var story = Story.Begin().Trial(0, 0.5).Ends(0, TrialStatus.Interrupted).Over(StudyOutcome.Interrupted);
        var tally = StudyTally.Of(story.Study);
        story.And(at => new StudyResumed(at, DateTimeOffset.UnixEpoch));

        tally.Follow(story.Study);

        Assert.Equal(Shapes(StudyTally.Of(story.Study)), Shapes(tally));
    }

    [Fact]
    public void Points_alone_change_no_shape()
    {
        var story = Story.Begin(1, 3).Trial(0, 0.5).Ends(0).Trial(1, 0.7);
        var before = Shapes(StudyTally.Of(story.Study), 400);
        story.Reports(1, 0.6).Ends(1).Trial(0, 0.65);
        var after = Shapes(StudyTally.Of(story.Study), 400);

        Assert.Equal((before.Incumbent, before.Curves, before.Timeline), (after.Incumbent, after.Curves, after.Timeline));
        Assert.NotEqual(after.Incumbent, Shapes(StudyTally.Of(story.Ends(2, TrialStatus.Failed).Study), 400).Incumbent);
    }
}
