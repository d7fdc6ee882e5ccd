using Hpo.Dashboard.Components.Studies;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class TrialDetailsTests : ComponentTest
{
    [Fact]
    public void What_was_thrown_is_folded_and_stands_there_with_its_stack_as_soon_as_it_is_unfolded()
    {
        var details = Show(StudyStory.Begin().Starts(0.1).Happens(elapsed =>
            new TrialEnded(elapsed, 0, TrialStatus.Failed, TimeSpan.FromSeconds(1), "ArithmeticException: singular matrix", Trace: "ArithmeticException: singular matrix\n   at <b>f</b>()")));

        Assert.Contains("ArithmeticException: singular matrix", details.Find(".end").TextContent, StringComparison.Ordinal);
        Assert.Empty(details.FindAll("pre"));
        details.Find(".mud-expand-panel-header").Click();
        Assert.Equal("ArithmeticException: singular matrix\n   at <b>f</b>()", details.Find("pre").TextContent);
    }

    [Fact]
    public void A_trial_that_failed_without_an_exception_has_nothing_to_unfold() =>
        Assert.Empty(Show(StudyStory.Begin().Starts(0.1).Ends(0, TrialStatus.NotANumber, "diverged")).FindAll(".trace"));

    [Fact]
    public void A_lost_trial_says_when_and_why()
    {
        var story = StudyStory.Begin().Starts(0.1).Happens(elapsed => new TrialLost(elapsed, 0, TimeSpan.FromSeconds(1), "node 7 does not answer."));
        Assert.Contains("Lost", Show(story).Find(".badge").TextContent, StringComparison.Ordinal);
        var again = Show(story.Resumes(0, "run again, because it was lost (node 7 does not answer)"));
        Assert.Contains("Running", again.Find(".badge").TextContent, StringComparison.Ordinal);
        Assert.Contains("after 2.00 s: node 7 does not answer.", again.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<TrialDetails> Show(StudyStory story) =>
        Render<TrialDetails>(parameters => parameters.Add(details => details.Trial, story.Study.Trials[0]).Add(details => details.Study, StudyStatus.Running));
}
