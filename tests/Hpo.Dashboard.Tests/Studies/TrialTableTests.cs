using AngleSharp.Dom;
using Hpo.Dashboard.Components.Forms;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class TrialTableTests : ComponentTest
{
    public TrialTableTests()
    {
        JSInterop.SetupModule("./Components/Studies/TrialTable.razor.js").Mode = JSRuntimeMode.Loose;
    }

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

    private static IEnumerable<string> Titles(IRenderedComponent<TrialTable> table) => table.FindAll("thead .title").Select(title => title.TextContent);

    private static void Choose(IRenderedComponent<TrialTable> table, string title) =>
        table.FindAll(".choice label").Single(label => label.TextContent.Trim() == title).QuerySelector("input")!.Change(false);

    private static StudyStory Many()
    {
        var story = StudyStory.Begin();
        for (var i = 0; i < 10_000; i++)
            story.Tries(0.5, error: i / 10_000.0);
        return story;
    }

    /// <summary>Where the library shows what opens over the page.</summary>
    private IRenderedComponent<MudPopoverProvider> Overlay => _overlay ??= Render<MudPopoverProvider>();

    private IRenderedComponent<MudPopoverProvider>? _overlay;

    private IRenderedComponent<TrialTable> Show(StudyStory story)
    {
        Assert.NotNull(Overlay);
        return Render<TrialTable>(it => it.Add(table => table.Definition, StudyStory.Definition).Add(table => table.Study, story.Study));
    }

    private static IElement Row(IRenderedComponent<TrialTable> table, int row) => table.FindAll(".scroll tbody tr[aria-rowindex]")[row];

    private static IEnumerable<string> Numbers(IRenderedComponent<TrialTable> table) =>
        table.FindAll(".scroll button[data-trial]").Select(button => button.GetAttribute("data-trial")!);

    private static IElement Heading(IRenderedComponent<TrialTable> table, string title) =>
        table.FindAll(".scroll thead th").Single(heading => heading.QuerySelector(".title")!.TextContent == title);

    private static void Sort(IRenderedComponent<TrialTable> table, string title) => Heading(table, title).QuerySelector("button")!.Click();

    private static IElement Chip(IRenderedComponent<TrialTable> table, string text) =>
        table.FindAll("[role=group] > button").Single(chip => chip.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    private static IElement Input(IRenderedComponent<TrialTable> table, string label)
    {
        if (table.FindAll("#value-filters > *").Count == 0)
            Chip(table, "Filter by value").Click();
        return table.Find($"input[aria-label='{label}']");
    }

    private static IElement Step(IRenderedComponent<TrialTable> table, string label) => table.Find($"aside button[aria-label='{label}']");
}
