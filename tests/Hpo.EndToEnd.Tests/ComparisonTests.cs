using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>Comparisons in a real browser: from the form to the conclusion in words.</summary>
public sealed partial class ComparisonTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private const string Form = "/comparisons/new?example=all-searchers";

    private async Task<IPage> StartedAsync(int repetitions, int trials)
    {
        var page = await OpenAsync(Form);
        await page.FillAsync(repetitions, trials);
        await KeepAsync(page, "Random search", "Local search");
        await page.StartComparisonAsync();
        return page;
    }

    /// <summary>Removes all other methods, and the second objective.</summary>
    private static async Task KeepAsync(IPage page, params string[] methods)
    {
        foreach (var name in await page.Locator("article.method").EvaluateAllAsync<string[]>("all => all.map(it => it.ariaLabel)"))
        {
            if (!methods.Contains(name))
                await page.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}", Exact = true }).ClickAsync();
        }

        await Expect(page.Locator("article.method")).ToHaveCountAsync(methods.Length);
        await page.GetByLabel("Hartmann, 6 variables").UncheckAsync();
    }

    [Fact]
    public async Task Curves_arrive_and_the_conclusion_is_told_in_words_and_both_are_there_after_a_reload()
    {
        var page = await StartedAsync(repetitions: 12, trials: 12);
        await page.FiguresEndedAsync();

        await Expect(page.Locator(".comparison-header .word")).ToHaveTextAsync("Completed");
        await Expect(page.Locator(".conclusions li")).ToContainTextAsync("Local search");
        await Expect(page.Locator(".conclusions li")).ToContainTextAsync("12 repetitions");
        await Expect(page.Locator(".wins tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-chart=incumbent] .chart-summary")).ToContainTextAsync("Mean with one standard deviation, after");
        await AssertAccessibleAsync(page);

        await page.ReloadAsync();
        await ReadyAsync(page);
        await page.FiguresEndedAsync();
        await Expect(page.Locator(".conclusions li")).ToContainTextAsync("12 repetitions");
    }

    [Fact]
    public async Task Switches_keep_the_methods_colours_and_the_zoom_and_stand_in_an_address_that_another_can_open()
    {
        var page = await StartedAsync(repetitions: 4, trials: 8);
        await page.FiguresEndedAsync();
        var colours = await page.ColoursAsync();
        Assert.Equal(2, colours.Values.Distinct().Count());
        await page.EvaluateAsync("() => Plotly.relayout(document.querySelector('[data-chart=incumbent] .chart-plot'), { 'yaxis.range[0]': 1, 'yaxis.range[1]': 5 })");

        await page.SwitchAsync("Against", "Trials");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-chart=incumbent] .chart-plot').layout.xaxis.title.text === 'trials'");
        await page.SwitchAsync("Summary", "Median, quartiles");
        await Expect(page.Locator("[data-chart=incumbent] .chart-summary")).ToContainTextAsync("Median with quartiles, after 8 trials");

        Assert.Equal(colours, await page.ColoursAsync());
        var range = await page.FigureRangeAsync("yaxis");
        Assert.Equal([1.0, 5.0], range);
        Assert.EndsWith("?axis=trials&summary=median", page.Url, StringComparison.Ordinal);
        var other = await OpenAsync(page.Url);
        await other.FiguresEndedAsync();
        Assert.Equal("trials", await other.AxisTitleAsync());
        await Expect(other.Locator("[data-chart=incumbent] .chart-summary")).ToContainTextAsync("Median with quartiles");
    }

    [Fact]
    public async Task Results_are_taken_away_as_CSV_JSON_PNG_and_SVG_named_after_the_comparison()
    {
        var page = await StartedAsync(repetitions: 2, trials: 5);
        await page.FiguresEndedAsync();

        var csv = await DownloadAsync(page, () => page.GetByRole(AriaRole.Link, new() { NameRegex = Csv() }).ClickAsync());
        Assert.EndsWith(".csv", csv.Name, StringComparison.Ordinal);
        Assert.Contains("Random search", csv.Text, StringComparison.Ordinal);
        var json = await DownloadAsync(page, () => page.GetByRole(AriaRole.Link, new() { NameRegex = Json() }).ClickAsync());
        Assert.StartsWith("{", json.Text, StringComparison.Ordinal);
        var chart = page.Locator("[data-chart=incumbent]");
        var svg = await DownloadAsync(page, () => chart.GetByRole(AriaRole.Button, new() { Name = "Download as SVG" }).ClickAsync());
        Assert.Equal("all-searchers-on-functions-with-a-known-optimum-incumbent.svg", svg.Name);
        Assert.Contains("Local search", svg.Text, StringComparison.Ordinal);
        var png = await DownloadAsync(page, () => chart.GetByRole(AriaRole.Button, new() { Name = "Download as PNG" }).ClickAsync());
        Assert.EndsWith("incumbent.png", png.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_comparison_is_cancelled_keeps_what_it_has_and_goes_on()
    {
        // so much that it cannot end before it is cancelled, twice
        var page = await StartedAsync(repetitions: 1000, trials: 9000);
        await Expect(page.Locator("[data-fact=done]")).Not.ToHaveTextAsync(None(), new() { Timeout = 60_000 });
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Cancel the comparison");

        await Expect(page.Locator(".comparison-header .word")).ToHaveTextAsync("Cancelled", new() { Timeout = 60_000 });
        await page.FiguresEndedAsync();
        await page.PressButtonAsync("Go on");
        await Expect(page.Locator(".comparison-header .word")).ToHaveTextAsync("Running");
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Cancel the comparison");
        await Expect(page.Locator(".comparison-header .word")).ToHaveTextAsync("Cancelled", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_definition_that_cannot_be_run_is_refused_in_words_at_its_fields()
    {
        var page = await OpenAsync(Form);
        await page.Locator("#comparison-trials").FillAsync("");
        await page.Locator("#comparison-repetitions").FillAsync("5000");
        await page.PressButtonAsync("Start");

        await Expect(page.Locator("#comparison-repetitions")).ToBeFocusedAsync();
        await Expect(page.Locator("#comparison-repetitions-note")).ToHaveTextAsync("5,000 repetitions are too many: at most 1,000 are allowed.");
        await Expect(page.Locator("#comparison-trials-note")).ToContainTextAsync("Say when a repetition ends");
        await Expect(page.Locator(".says")).ToContainTextAsync("2 things are not right yet.");
        await AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(View.SmallPhone.Width, View.SmallPhone.Height);
        await AssertFitsAsync(page);
    }

    [Fact]
    public async Task Methods_are_added_by_keyboard_and_the_focus_goes_with_them()
    {
        var page = await OpenAsync(Form);
        await Expect(page.Locator("article.method")).ToHaveCountAsync(9);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a method" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("article.method")).ToHaveCountAsync(10);
        await Expect(page.Locator("article.method").Last.GetByRole(AriaRole.Combobox).First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_was_cut_off_catches_up_without_a_reload()
    {
        await using var network = new Network(App);
        AllowLostConnections();
        var page = await OpenAsync(new Uri(network.Address, Form).ToString());
        await page.FillAsync(repetitions: 1000, trials: 500);
        await KeepAsync(page, "Random search", "Local search");
        await page.StartComparisonAsync();
        await Expect(page.Locator(".comparison-view")).ToHaveAttributeAsync("data-connection", "live", new() { Timeout = 60_000 });
        await page.EvaluateAsync("() => window.notReloaded = true");

        network.Cut();
        await Expect(page.Locator(".comparison-view")).ToHaveAttributeAsync("data-connection", "stale", new() { Timeout = 60_000 });
        network.Mend();

        await Expect(page.Locator(".comparison-view")).ToHaveAttributeAsync("data-connection", "live", new() { Timeout = 60_000 });
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded"));
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Cancel the comparison");
        await page.FiguresEndedAsync();
    }

    [Fact]
    public async Task A_race_shows_what_each_method_is_doing_while_it_runs()
    {
        var page = await OpenAsync(Form);
        await KeepAsync(page, "Random search", "Local search");
        await page.GetByLabel("A race", new() { Exact = true }).CheckAsync();
        await page.Locator("#comparison-trials").FillAsync("40");
        await page.StartComparisonAsync();

        await Expect(page.Locator(".race-lanes li")).ToContainTextAsync(["Random search", "Local search"], new() { Timeout = 60_000 });
        await page.FiguresEndedAsync();
        await Expect(page.Locator(".conclusions li")).ToContainTextAsync("too few repetitions");
        await Expect(page.Locator(".race-lanes")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_of_comparisons_fits_every_screen_and_is_accessible(string theme)
    {
        var started = await OpenAsync(Form);
        await started.FillAsync(repetitions: 6, trials: 20);
        var result = await started.StartComparisonAsync();
        await started.FiguresEndedAsync();
        foreach (var (name, path) in new[] { ("comparisons", "/comparisons"), ("new-comparison", Form), ("comparison", result), ("comparison-log", result + "?objective=hartmann-6&summary=iqm&y=log&axis=trials") })
        {
            var page = await OpenAsync(path, View.SmallPhone with { Theme = theme });
            var isResult = path.StartsWith(result, StringComparison.Ordinal);
            if (isResult)
                await page.FiguresEndedAsync();
            foreach (var (size, view) in new[] { ("phone", View.SmallPhone), ("laptop", View.Laptop), ("projector", new View { Width = 1920, Height = 1080 }) })
            {
                await page.SetViewportSizeAsync(view.Width, view.Height);
                if (isResult)
                    await page.FiguresFittedAsync();
                await ScreenshotAsync(page, $"{name}-{size}-{theme}");
                await AssertFitsAsync(page);
                await AssertAccessibleAsync(page);
            }

            await page.CloseAsync();
        }
    }

    private static async Task<(string Name, string Text)> DownloadAsync(IPage page, Func<Task> press)
    {
        var download = await page.RunAndWaitForDownloadAsync(press);
        return (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    [GeneratedRegex("^CSV")]
    private static partial Regex Csv();

    [GeneratedRegex("^JSON")]
    private static partial Regex Json();

    [GeneratedRegex("^0 of")]
    private static partial Regex None();
}
