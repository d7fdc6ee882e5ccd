using System.Text.Json;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class IncumbentCardTests : ComponentTest
{
    [Fact]
    public void Before_the_first_result_it_says_what_will_come() =>
        Assert.Contains("appears here as soon as a trial hands in an error", Show(StudyStory.Begin()).Markup, StringComparison.Ordinal);

    [Fact]
    public void A_study_that_ended_without_a_result_says_so() =>
        Assert.Contains("No trial handed in an error.", Show(StudyStory.Begin(), isEnded: true).Markup, StringComparison.Ordinal);

    [Fact]
    public void The_best_error_stands_with_its_trial_its_moment_and_what_changed()
    {
        var card = Show(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.05, 0.4));

        Assert.Equal("0.4000", card.Find("[data-fact=error]").TextContent);
        Assert.Contains("trial 1, after 6.00 s", card.Find("[data-fact=when]").TextContent, StringComparison.Ordinal);
        Assert.Equal("20 % lower than trial 0, which had 0.5000.", card.Find("[data-fact=changed]").TextContent);
        var changed = Assert.Single(card.FindAll(".changed"));
        Assert.Equal("learning_rate", changed.QuerySelector("dt")!.TextContent);
        Assert.Equal("0.05", changed.QuerySelector(".now")!.TextContent);
        Assert.Equal("↓ was 0.1", changed.QuerySelector(".before")!.TextContent.Trim());
    }

    [Fact]
    public void A_best_error_that_its_trial_did_not_end_with_stands_beside_the_one_it_did()
    {
        var card = Show(StudyStory.Begin().Starts(0.1).Reports(0, 9, 0.1043).Pauses(0).Resumes(0).Reports(0, 27, 0.1087).Ends(0));

        Assert.Equal("0.1043", card.Find("[data-fact=error]").TextContent);
        Assert.Equal("0.1043 after epoch 9; 0.1087 at the end", card.Find("[data-fact=both]").TextContent);
        Assert.Empty(Show(StudyStory.Begin().Tries(0.1, 0.5)).FindAll("[data-fact=both]"));
    }

    [Fact]
    public void Only_a_best_that_came_while_one_was_looking_flashes()
    {
        var story = StudyStory.Begin().Tries(0.1, 0.5);
        var card = Show(story);
        Assert.Empty(card.FindAll(".new"));

        card.Render(it => it.Add(card => card.Incumbent, IncumbentSummary.Of(story.Tries(0.05, 0.4).Study)));

        Assert.Single(card.FindAll(".new"));
    }

    [Fact]
    public void The_first_result_flashes_too()
    {
        var story = StudyStory.Begin();
        var card = Show(story);

        card.Render(it => it.Add(card => card.Incumbent, IncumbentSummary.Of(story.Tries(0.05, 0.4).Study)));

        Assert.Single(card.FindAll(".new"));
    }

    [Fact]
    public void It_leads_to_its_trial()
    {
        int? shown = null;
        var card = Render<IncumbentCard>(it => it
            .Add(card => card.Incumbent, IncumbentSummary.Of(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.4).Study))
            .Add(card => card.OnShow, trial => shown = trial));

        card.FindAll("button").Single(button => button.TextContent == "Show trial 1").Click();

        Assert.Equal(1, shown);
    }

    [Fact]
    public void Its_configuration_is_copied_as_JSON_and_as_arguments()
    {
        var dialogs = Render<MudDialogProvider>();
        var card = Show(StudyStory.Begin().Tries(0.0125, 0.5, 64, "adam"));

        card.FindAll("button").Single(button => button.TextContent == "Copy…").Click();

        dialogs.WaitForAssertion(() => Assert.Equal("--learning_rate 0.0125 --batch_size 64 --optimizer adam", dialogs.Find("#configuration-arguments").TextContent));
        Assert.Equal(0.0125, JsonDocument.Parse(dialogs.Find("#configuration-json").TextContent).RootElement.GetProperty("learning_rate").GetDouble());
    }

    private IRenderedComponent<IncumbentCard> Show(StudyStory story, bool isEnded = false) => Render<IncumbentCard>(it => it
        .Add(card => card.Incumbent, IncumbentSummary.Of(story.Study))
        .Add(card => card.IsEnded, isEnded));
}
