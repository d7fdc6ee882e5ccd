using Hpo.Dashboard.Components.Forms;
using Hpo.Engine.Trials;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>Which trials are shown, and in which order.</summary>
public sealed class TrialTableFilterTests : TrialTableTest
{
    [Fact]
    public void A_heading_sorts_and_sorts_the_other_way_round()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.3).Fails(0.9, TrialStatus.Failed, "no").Tries(0.3, 0.4));
        Assert.Equal(["3", "2", "1", "0"], Numbers(table));

        Sort(table, "Error");
        Assert.Equal(["1", "3", "0", "2"], Numbers(table));
        Assert.Equal("ascending", Heading(table, "Error").GetAttribute("aria-sort"));
        Assert.Equal("none", Heading(table, "Trial").GetAttribute("aria-sort"));

        Sort(table, "Error");
        Assert.Equal(["0", "3", "1", "2"], Numbers(table));
        Assert.Equal("descending", Heading(table, "Error").GetAttribute("aria-sort"));
    }

    [Fact]
    public void A_trial_that_ended_with_another_error_than_the_one_that_counts_says_both_and_is_ordered_by_that_one()
    {
        var table = Show(StudyStory.Begin().Starts(0.1).Reports(0, 9, 0.1043).Pauses(0).Resumes(0).Reports(0, 27, 0.1087).Ends(0).Tries(0.2, 0.105));

        Sort(table, "Error");
        Assert.Equal(["0", "1"], Numbers(table));
        Assert.Equal(["0.1043 after epoch 9; 0.1087 at the end", "0.1050"], table.FindAll(".scroll td.error").Select(cell => cell.TextContent.Trim()));
        Assert.NotNull(table.Find(".scroll tr.best [data-trial='0']"));
    }

    [Fact]
    public void Statuses_are_filters_with_their_numbers()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5).Fails(0.9, TrialStatus.TimedOut, "It took too long.").Fails(0.8, TrialStatus.Infinite, "no"));

        var timedOut = Chip(table, "Timed out");
        Assert.Equal("1", timedOut.QuerySelector(".count")!.TextContent);
        Assert.Equal("false", timedOut.GetAttribute("aria-pressed"));
        timedOut.Click();
        Assert.Equal(["1"], Numbers(table));
        Chip(table, "Diverged (∞)").Click();

        Assert.Equal(["2", "1"], Numbers(table));
        Assert.Equal("true", Chip(table, "Timed out").GetAttribute("aria-pressed"));
        Assert.Equal("2 of 3 trials shown", table.Find("[role=status]").TextContent);

        Chip(table, "Clear filters").Click();
        Assert.Equal("3 trials", table.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Numbers_are_filtered_by_a_range_as_one_types()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.3).Tries(0.3, 0.4));

        Input(table, "learning_rate at least").Input("0.15");
        Assert.Equal(["2", "1"], Numbers(table));
        Input(table, "learning_rate at most").Input("0.25");
        Assert.Equal(["1"], Numbers(table));
        Assert.Equal("0.001", Input(table, "learning_rate at least").GetAttribute("placeholder"));
        Assert.Equal("1", Input(table, "learning_rate at most").GetAttribute("placeholder"));
    }

    [Fact]
    public void What_is_no_number_is_told_and_filters_nothing()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5));

        Input(table, "Error at least").Input("0,1x");

        Assert.Equal("“0,1x” is not a number: write one like 0.05 or 1e-3.", table.Find("[role=alert]").TextContent);
        Assert.Equal("true", Input(table, "Error at least").GetAttribute("aria-invalid"));
        Assert.Equal(["0"], Numbers(table));
    }

    [Fact]
    public void Texts_are_filtered_by_picking_one()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5, optimizer: "sgd").Tries(0.2, 0.3, optimizer: "adam"));

        Chip(table, "Filter by value").Click();
        var select = table.FindComponent<ListSelect<string>>();
        select.Find("div.mud-input-control").MouseDown();
        var choices = Overlay.FindAll(".mud-list-item");
        Assert.Equal(["any", "sgd", "adam"], choices.Select(choice => choice.TextContent.Trim()));
        choices[2].Click();

        table.WaitForAssertion(() => Assert.Equal(["1"], Numbers(table)));
    }

    [Fact]
    public void Clearing_the_filters_empties_their_fields()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5));
        Input(table, "Error at least").Input("0.9");
        Assert.Empty(Numbers(table));
        Assert.Contains("No trial passes these filters.", table.Markup, StringComparison.Ordinal);

        Chip(table, "Clear filters").Click();

        Assert.Equal("", Input(table, "Error at least").GetAttribute("value") ?? "");
        Assert.Equal(["0"], Numbers(table));
    }
}
