using AngleSharp.Dom;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Microsoft.AspNetCore.Components.Web;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>What is told of the trial that is open.</summary>
public sealed class TrialTableDetailsTests : TrialTableTest
{
    [Fact]
    public void The_details_lead_to_the_trial_whose_checkpoint_this_one_took()
    {
        var table = Show(StudyStory.Begin().Starts(0.1).Starts(0.2, parent: 0));
        table.Find("button[data-trial='1']").Click();

        table.FindAll("aside .link").Single(link => link.TextContent == "trial 0").Click();

        Assert.StartsWith("Trial 0", table.Find("aside h3").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.FindAll("aside .link"));
    }

    [Fact]
    public void The_details_tell_the_rungs_and_who_ran_the_trial_when()
    {
        var table = Show(StudyStory.BeginWith(new Bracket([1, 3])).Starts(0.1).Reaches(0, 1, 0.5, reason: "rank 1 of 1 at 1 epoch").Pauses(0).Resumes(0, worker: 1));
        table.Find("button[data-trial='0']").Click();

        Assert.Equal(["1 epoch: place 1 of 1", "rank 1 of 1 at 1 epoch"], table.FindAll("aside .rungs span").Select(text => text.TextContent));
        Assert.Contains("worker 0, 1.00 s to 4.00 s", table.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains("worker 1, 5.00 s to now", table.Find("aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_opens_its_details_and_Escape_closes_them()
    {
        var table = Show(StudyStory.Begin().Starts(0.123456789, reason: "it looks promising").Reports(0, 1, 0.5).Reports(0, 2, 0.25).Ends(0, TrialStatus.Stopped, "rank 3 of 3 at rung 1"));

        table.Find("button[data-trial='0']").Click();

        var details = table.Find("aside");
        Assert.Equal("true", table.Find("button[data-trial='0']").GetAttribute("aria-expanded"));
        Assert.Contains("0.123456789", details.TextContent, StringComparison.Ordinal);
        Assert.Contains("it looks promising", details.TextContent, StringComparison.Ordinal);
        Assert.Contains("rank 3 of 3 at rung 1", details.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "1"], table.FindAll("aside tbody th").Select(epoch => epoch.TextContent));
        Assert.Single(JSInterop.Invocations["focusDetails"]);

        details.KeyDown(new KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(table.FindAll("aside"));
        Assert.Single(JSInterop.Invocations["focusTrial"]);
    }

    [Fact]
    public void The_details_walk_along_the_rows()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.3).Tries(0.3, 0.4));
        Sort(table, "Error");
        table.Find("button[data-trial='1']").Click();
        Assert.True(Step(table, "Previous row").HasAttribute("disabled"));

        Step(table, "Next row").Click();

        Assert.StartsWith("Trial 2", table.Find("aside h3").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_that_an_address_names_is_open_and_one_that_is_not_there_yet_is_told()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5));

        table.Render(it => it.Add(table => table.Opened, 0));
        Assert.StartsWith("Trial 0", table.Find("aside h3").TextContent, StringComparison.Ordinal);

        table.Render(it => it.Add(table => table.Opened, 7));
        Assert.Contains("There is no trial 7 yet.", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_and_closing_is_told_to_the_page_for_its_address()
    {
        var opened = new List<int?>();
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.3));
        table.Render(it => it.Add(table => table.OpenedChanged, opened.Add));

        table.Find("button[data-trial='1']").Click();
        Step(table, "Next row").Click();
        Step(table, "Close the details").Click();

        Assert.Equal([1, 0, null], opened);
    }
}
