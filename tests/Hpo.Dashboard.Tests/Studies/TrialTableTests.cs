using AngleSharp.Dom;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class TrialTableTests : TrialTableTest
{
    [Fact]
    public void The_columns_are_those_of_the_study() =>
        Assert.Equal(
            ["Trial", "Status", "Error", "learning_rate", "batch_size", "optimizer", "Epochs", "Runtime", "Cumulative runtime", "Reason", "Why it ended or paused"],
            Show(StudyStory.Begin()).FindAll("thead .title").Select(title => title.TextContent));

    [Fact]
    public void A_trial_is_a_row_with_everything_about_it()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5, 32, "adam"));

        Assert.Equal(
            ["0★", "Completed", "0.5000", "0.1", "32", "adam", "1", "3.00 s", "3.00 s", "drawn at random", ""],
            Row(table, 0).Children.Select(cell => string.Concat(cell.TextContent.Split())).Select(Readable));

        // white space between elements is the browser's business
        static string Readable(string text) => text switch { "3.00s" => "3.00 s", "drawnatrandom" => "drawn at random", _ => text };
    }

    [Fact]
    public void A_failed_trial_looks_failed_says_why_and_has_no_error()
    {
        var table = Show(StudyStory.Begin().Fails(0.9, TrialStatus.NotANumber, "The error after epoch 2 was not a number."));

        var row = Row(table, 0);
        Assert.Contains("failed", row.ClassList);
        Assert.Equal("Diverged (NaN)", row.QuerySelector(".word")!.TextContent);
        Assert.Equal("–", row.QuerySelector(".error")!.TextContent);
        Assert.Equal("The error after epoch 2 was not a number.", row.QuerySelector(".end")!.TextContent);
        Assert.Equal("drawn at random", row.QuerySelector(".reason")!.TextContent);
    }

    [Fact]
    public void Both_reasons_are_there_in_full_where_they_do_not_fit()
    {
        var reason = "model: expected improvement 0.012, shaped most by trials 4, 9 and 2";
        var table = Show(StudyStory.Begin().Starts(0.1, reason: reason).Reports(0, 1, 0.5).Pauses(0, "rank 7 of 9 at rung 3"));

        Assert.Equal(reason, Row(table, 0).QuerySelector(".reason")!.GetAttribute("title"));
        Assert.Equal("rank 7 of 9 at rung 3", Row(table, 0).QuerySelector(".end")!.GetAttribute("title"));
    }

    [Fact]
    public void Of_ten_thousand_trials_only_a_window_is_rendered_and_it_follows_the_scrolling()
    {
        var table = Show(Many());

        Assert.Equal(RowWindow.Top.Count, Numbers(table).Count());
        Assert.Equal("9999", Numbers(table).First());
        Assert.Equal("10001", table.Find("table").GetAttribute("aria-rowcount"));

        table.InvokeAsync(() => table.Instance.ShowRows(5000, 25));

        Assert.Equal(25 + (2 * RowWindow.Margin), Numbers(table).Count());
        Assert.Equal("4980", table.Find("tbody").GetAttribute("data-start"));
        Assert.Equal((4980 + 2).ToString(null, null), table.Find("tbody tr[aria-rowindex]").GetAttribute("aria-rowindex"));
        Assert.Equal("5019", Numbers(table).First());
    }

    [Fact]
    public void The_window_stays_on_rows_that_exist_when_a_filter_leaves_few()
    {
        var table = Show(Many());
        table.InvokeAsync(() => table.Instance.ShowRows(9000, 25));

        Input(table, "Error at most").Input("0.001");

        Assert.Equal(["10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0"], Numbers(table));
    }

    [Fact]
    public void Only_the_row_of_a_trial_that_changed_is_rendered_again()
    {
        var story = StudyStory.Begin().Tries(0.1, 0.5).Tries(0.2, 0.3).Starts(0.3);
        var table = Show(story);
        var renders = table.FindComponents<TrialRow>().ToDictionary(row => row.Instance.Trial.Id, row => (row, row.RenderCount));

        table.Render(it => it.Add(table => table.Study, story.Reports(2, 1, 0.9).Study));

        Assert.Equal([2], renders.Where(it => it.Value.row.RenderCount > it.Value.RenderCount).Select(it => it.Key));
    }

    [Fact]
    public void A_trial_that_comes_while_one_looks_appears_in_its_place()
    {
        var story = StudyStory.Begin().Tries(0.1, 0.5);
        var table = Show(story);
        Sort(table, "Error");

        table.Render(it => it.Add(table => table.Study, story.Tries(0.2, 0.3).Study));

        Assert.Equal(["1", "0"], Numbers(table));
        Assert.Contains("best", Row(table, 0).ClassList);
    }

    [Fact]
    public void Columns_are_chosen_and_put_in_order_and_the_trial_s_number_stays()
    {
        var keys = new List<string>();
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5));
        table.Render(it => it.Add(table => table.ColumnsChanged, chosen => keys = [.. chosen]));
        Chip(table, "Columns").Click();

        Choose(table, "Runtime");
        table.Find("button[aria-label='Move Error forward']").Click();
        table.Find("button[aria-label='Move Error forward']").Click();

        Assert.Equal(["Trial", "Error", "Status"], Titles(table).Take(3));
        Assert.DoesNotContain("Runtime", Titles(table));
        Assert.Equal("0.5000", Row(table, 0).Children[1].TextContent);
        Assert.Equal([TrialColumn.Number, TrialColumn.Error, TrialColumn.Status], keys.Take(3));
        Assert.True(table.FindAll(".choice label").Single(label => label.TextContent.Trim() == "Trial").QuerySelector("input")!.HasAttribute("disabled"));

        table.FindAll(".choice button").Single(button => button.TextContent == "The usual columns").Click();
        Assert.Equal(11, Titles(table).Count());
        Assert.Empty(keys);
    }

    [Fact]
    public void Columns_that_an_address_names_are_shown_and_what_it_makes_up_is_not()
    {
        var table = Show(StudyStory.Begin().Tries(0.1, 0.5));

        table.Render(it => it.Add(table => table.Columns, ["end", "nonsense", "end", TrialColumn.KeyOf("batch_size")]));

        Assert.Equal(["Trial", "Why it ended or paused", "batch_size"], Titles(table));
    }

    [Fact]
    public void What_is_not_in_sight_is_not_rendered()
    {
        var story = StudyStory.Begin().Tries(0.1, 0.5);
        var table = Show(story);
        table.Render(it => it.Add(table => table.IsShown, false).Add(table => table.Study, story.Tries(0.2, 0.3).Study));
        Assert.Single(Numbers(table));

        table.Render(it => it.Add(table => table.IsShown, true));
        Assert.Equal(2, Numbers(table).Count());
    }
}
