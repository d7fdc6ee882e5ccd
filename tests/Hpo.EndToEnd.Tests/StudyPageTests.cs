using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;

namespace Hpo.EndToEnd.Tests;

/// <summary>A study's page as one reads it: its tabs and their addresses, its table, and that nothing on it jumps.</summary>
public sealed class StudyPageTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static readonly View Lecture = new() { Width = 1366, Height = 768 };

    [Fact]
    public async Task The_smallest_phone_shows_a_study_and_a_comparison_without_scrolling_sideways()
    {
        var page = await OpenAsync("/studies/new");
        await page.StartSyntheticAsync(trials: 3, epochs: 2, workers: 1);
        await new Charts(page).EndedAsync();
        await page.SetViewportSizeAsync(320, 640);
        await page.ReloadAsync();
        await ReadyAsync(page);
        await new Charts(page).EndedAsync();
        await AssertFitsAsync(page);

        await page.GotoAsync(new Uri(App.Address, "/comparisons/new?example=all-searchers").ToString());
        await ReadyAsync(page);
        await page.FillAsync(repetitions: 2, trials: 5);
        await page.StartComparisonAsync();
        await page.FiguresEndedAsync();
        await AssertFitsAsync(page);
    }

    [Fact]
    public async Task Tabs_keep_their_place_in_the_address_and_the_way_back_leads_through_them()
    {
        var page = await OpenAsync("/studies/new", Lecture);
        var path = await page.StartSyntheticAsync(trials: 6, epochs: 3);
        var charts = new Charts(page);
        await charts.EndedAsync();
        await page.EvaluateAsync("window.charts = document.querySelector('.charts-view')");

        await page.OpenTabAsync("Trials");
        await Expect(page).ToHaveURLAsync(new Regex("\\?tab=trials$"));
        await page.Locator(".trials button[data-trial='3']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("\\?trial=3$"));
        await Expect(page.Locator("#details-title")).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("#details-title")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(charts.Incumbent).ToBeVisibleAsync();
        // they are the same, with their connection
        Assert.True(await page.EvaluateAsync<bool>("window.charts === document.querySelector('.charts-view')"));

        // by keyboard
        await page.GetByRole(AriaRole.Tab, new() { Name = "Overview" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Trials" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Trials", Selected = true })).ToBeFocusedAsync();

        foreach (var (tab, heading) in new[] { ("trials", "Trials"), ("notes", "What was done by hand"), ("definition", "Take it away") })
        {
            await page.GotoAsync(new Uri(App.Address, $"{path}?tab={tab}").ToString());
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
            await ReadyAsync(page);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
            await AssertAccessibleAsync(page);
            await AssertFitsAsync(page);
        }
    }

    [Fact]
    public async Task What_opens_over_the_page_is_accessible_in_both_themes()
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            var page = await OpenAsync("/studies/new", View.SmallPhone with { Theme = theme });
            await page.StartSyntheticAsync(trials: 500, epochs: 3);
            await page.PressButtonAsync("More about this study");
            await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Run again exactly" })).ToBeVisibleAsync();
            await AssertAccessibleAsync(page);
            await page.ReloadAsync();
            await ReadyAsync(page);

            await page.GetByRole(AriaRole.Button, new() { Name = "Copy…" }).ClickAsync();
            await Expect(page.Locator("#configuration-arguments")).ToContainTextAsync("--learning_rate ");
            await AssertAccessibleAsync(page);
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

            await page.PressButtonAsync("Share…");
            await page.OpenTabAsync("Trials");
            await page.PressButtonAsync("Filter by value");
            await page.PressButtonAsync("Columns");
            await page.Locator(".trials button[data-trial='0']").ClickAsync();
            await AssertAccessibleAsync(page);
            await AssertFitsAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Close the details" }).ClickAsync();
            await page.PressButtonAsync("Cancel…");
            await AssertAccessibleAsync(page);
            await page.PressButtonAsync("Cancel the study");
            await Expect(page.Status("Cancelled")).ToBeVisibleAsync(StudyPages.Patiently);
        }
    }

    [Fact]
    public async Task Both_reasons_are_read_at_1366_pixels_and_details_hide_no_column()
    {
        var page = await OpenAsync("/studies/new", Lecture);
        await page.ChooseAsync("Scheduler", "ASHA (promotion)");
        await page.StartSyntheticAsync(trials: 9, epochs: 9);
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        await page.OpenTabAsync("Trials");
        await page.PressButtonAsync("Columns");
        foreach (var column in new[] { "Epochs", "Runtime", "Cumulative runtime" })
            await page.GetByRole(AriaRole.Checkbox, new() { Name = column, Exact = true }).UncheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("column=status"));
        await page.PressButtonAsync("Columns");
        await page.Locator(".trials button[data-trial='0']").ClickAsync();
        await Expect(page.Locator("#details-title")).ToBeFocusedAsync();

        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const box = document.querySelector('.trials .scroll'); return box.scrollWidth <= box.clientWidth && [...box.querySelectorAll('.reason')].every(reason => reason.scrollHeight <= reason.clientHeight + 1) }"));
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("thead .title")).ToHaveTextAsync(["Trial", "Status", "Error", "learning_rate", "batch_size", "Reason", "Why it ended or paused"]);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Nothing_jumps_when_a_study_is_paused_goes_on_and_ends(int width, int height)
    {
        var page = await OpenAsync("/studies/new", new View { Width = width, Height = height });
        await page.StartSyntheticAsync(trials: 500, epochs: 4);
        var charts = new Charts(page);
        var top = await TopAsync(charts);
        await charts.DrawnAsync(atLeast: 3);
        Assert.Equal(top, await TopAsync(charts));

        await page.PressButtonAsync("Pause");
        await Expect(page.Status("Paused")).ToBeVisibleAsync(StudyPages.Patiently);
        Assert.Equal(top, await TopAsync(charts));
        await page.PressButtonAsync("Go on");
        await Expect(page.Status("Running").First).ToBeVisibleAsync();
        Assert.Equal(top, await TopAsync(charts));
        await page.PressButtonAsync("Stop");
        await Expect(page.Status("Stopped")).ToBeVisibleAsync(StudyPages.Patiently);
        Assert.Equal(top, await TopAsync(charts));
    }

    [Fact]
    public async Task With_thirty_hyperparameters_the_charts_are_on_the_first_screen_and_the_first_result_moves_nothing()
    {
        using var objective = new HeldObjective();
        using var service = new StudyService(App.DataFolder, new StudyCatalog([new ObjectiveEntry("held", "Held", "For tests.", _ => objective)]));
        var study = service.Start(new StudyDefinition
        {
            Name = "Thirty hyperparameters",
            Objective = new("held"),
            Space = objective.DefaultSpace,
            InitialConfigurations = [objective.DefaultConfiguration],
            Searcher = new("random"),
            Scheduler = new("fifo"),
            Stop = new(Trials: 3),
            MaxEpochs = 1,
        });
        var page = await OpenAsync($"/studies/{study.Id}", Lecture);
        var charts = new Charts(page);
        var top = await TopAsync(charts);
        Assert.InRange(top, 0, Lecture.Height - 250);

        objective.Report(epochs: 1);
        await Expect(page.Locator(".incumbent .values > div")).ToHaveCountAsync(30, new() { Timeout = 60_000 });
        Assert.Equal(top, await TopAsync(charts));
        objective.Report(epochs: 2);
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        Assert.Equal(top, await TopAsync(charts));
    }

    private static async Task<float> TopAsync(Charts charts)
    {
        await Expect(charts.Incumbent).ToBeVisibleAsync();
        return MathF.Round((await charts.Incumbent.BoundingBoxAsync())!.Y);
    }
}
