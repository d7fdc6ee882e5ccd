using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed partial class LiveChartTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private async Task<(IPage Page, Charts Charts, string Path)> StartAsync(int trials, int epochs, View? view = null)
    {
        var page = await OpenAsync("/studies/new", view);
        var path = await page.StartSyntheticAsync(trials, epochs);
        var charts = new Charts(page);
        await charts.DrawnAsync();
        return (page, charts, path);
    }

    [Fact]
    public async Task Points_appear_while_the_study_runs_and_a_refresh_shows_the_same_curves()
    {
        var (page, charts, _) = await StartAsync(trials: 8, epochs: 6);
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot').data.find(t => t.name === 'running').x.length > 0");
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot').data.find(t => t.name === 'finished').x.length > 1");
        // running trials are drawn over the chart
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-live-rings').getAttribute('d') !== ''");

        // in the middle of the run
        await page.ReloadAsync();
        await ReadyAsync(page);
        await charts.DrawnAsync(atLeast: 1);
        Assert.True(await charts.CountAsync("finished") > 1);

        // followed from there to the end, and opened again after it: every point and every text is the same
        await charts.EndedAsync();
        var followed = await charts.DataAsync();
        await page.ReloadAsync();
        await ReadyAsync(page);
        await charts.EndedAsync();
        Assert.Equal(followed, await charts.DataAsync());
        Assert.Equal(8, await charts.CountAsync("finished") + await charts.CountOnStripAsync());
        Assert.Equal(0, await charts.CountAsync("running"));
        await Expect(page.Locator(".chart-live-rings").First).ToHaveAttributeAsync("d", "");
    }

    [Fact]
    public async Task Two_browsers_on_one_study_see_the_same()
    {
        var (first, charts, path) = await StartAsync(trials: 6, epochs: 5);
        await first.WaitForFunctionAsync("() => document.querySelector('.chart-plot').data.find(t => t.name === 'finished').x.length > 0");
        var second = await OpenAsync(path, View.Phone with { Theme = "dark" });
        var others = new Charts(second);

        await charts.EndedAsync();
        await others.EndedAsync();

        Assert.Equal(await charts.DataAsync(), await others.DataAsync());
        await Expect(second.Locator("[data-chart=incumbent] .chart-summary")).ToHaveTextAsync(
            await first.Locator("[data-chart=incumbent] .chart-summary").TextContentAsync() ?? "");
        await AssertFitsAsync(second);
    }

    [Fact]
    public async Task When_the_connection_drops_the_charts_say_how_old_they_are_and_catch_up_without_a_reload()
    {
        AllowLostConnections();
        await using var network = new Network(App);
        var page = await OpenAsync(new Uri(network.Address, "/studies/new").ToString());
        await page.StartSyntheticAsync(trials: 14, epochs: 6);
        var charts = new Charts(page);
        await charts.DrawnAsync(atLeast: 3);
        await page.EvaluateAsync("window.sameDocument = true");

        network.Cut();
        await charts.ConnectionAsync("stale");
        await Expect(page.Locator(".charts-age")).ToHaveTextAsync(AgePattern());
        await AssertAccessibleAsync(page);
        var before = await charts.SequenceAsync();
        network.Mend();
        await charts.ConnectionAsync("live");
        await Expect(page.Locator(".charts-age")).ToHaveTextAsync("");
        await charts.DrawnAsync(before + 1);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));

        await charts.EndedAsync();
        var caughtUp = await charts.DataAsync();
        await page.ReloadAsync();
        await charts.EndedAsync();
        Assert.Equal(await charts.DataAsync(), caughtUp);
    }

    [Fact]
    public async Task The_browser_going_offline_is_noticed_at_once()
    {
        AllowLostConnections();
        var (page, charts, _) = await StartAsync(trials: 4, epochs: 4);
        await charts.ConnectionAsync("live");

        await page.Context.SetOfflineAsync(true);
        await charts.ConnectionAsync("stale");
        await page.Context.SetOfflineAsync(false);

        await charts.ConnectionAsync("live");
        await charts.EndedAsync();
    }

    [Fact]
    public async Task What_a_person_zoomed_to_stays_while_points_arrive()
    {
        var (page, charts, _) = await StartAsync(trials: 100, epochs: 5);
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot').data.find(t => t.name === 'finished').x.length > 0");
        await charts.Incumbent.ScrollIntoViewIfNeededAsync();
        var area = (await charts.Incumbent.Locator(".nsewdrag").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.2f), area.Y + (area.Height * 0.2f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.7f), area.Y + (area.Height * 0.8f), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot')._fullLayout.xaxis.autorange === false");
        var (x, y) = (await charts.RangeAsync("xaxis"), await charts.RangeAsync("yaxis"));
        var sequence = await charts.SequenceAsync();

        await charts.DrawnAsync(sequence + 10);
        Assert.Equal(x, await charts.RangeAsync("xaxis"));
        Assert.Equal(y, await charts.RangeAsync("yaxis"));

        // and through a change of theme, which draws everything anew
        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync(new() { Force = true });
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot').layout.paper_bgcolor === getComputedStyle(document.querySelector('.chart-panel')).getPropertyValue('--mud-palette-surface').trim()");
        Assert.Equal(x, await charts.RangeAsync("xaxis"));

        await charts.Incumbent.GetByRole(AriaRole.Button, new() { Name = "Reset zoom" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot')._fullLayout.xaxis.autorange === true");
    }

    [Fact]
    public async Task Charts_have_a_log_scale_and_tables_that_axe_finds_nothing_wrong_with()
    {
        var (page, charts, _) = await StartAsync(trials: 5, epochs: 4);
        await charts.EndedAsync();

        await charts.Incumbent.GetByRole(AriaRole.Button, new() { Name = "Log scale" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.chart-plot')._fullLayout.yaxis.type === 'log'");
        foreach (var chart in new[] { charts.Incumbent, charts.Curves })
        {
            await chart.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
            await Expect(chart.GetByRole(AriaRole.Table).Last).ToBeVisibleAsync();
        }

        Assert.Equal(5, await charts.Incumbent.GetByRole(AriaRole.Table).Last.GetByRole(AriaRole.Row).CountAsync() - 1);
        await AssertAccessibleAsync(page);
    }

    [Theory]
    [InlineData("PNG")]
    [InlineData("SVG")]
    [InlineData("JSON")]
    public async Task A_chart_can_be_taken_home_as_a_picture_or_as_plotly_writes_it(string format)
    {
        var (page, charts, _) = await StartAsync(trials: 2, epochs: 2);
        await charts.EndedAsync();

        var download = await page.RunAndWaitForDownloadAsync(() =>
            charts.Incumbent.GetByRole(AriaRole.Button, new() { Name = $"Download as {format}" }).ClickAsync());

        Assert.EndsWith($"-incumbent.{format.ToLowerInvariant()}", download.SuggestedFilename, StringComparison.Ordinal);
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.True(file.Length > 3000);
        if (format != "PNG")
            Assert.Contains("best error over time", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        if (format == "JSON")
            AssertDrawn(JsonDocument.Parse(file).RootElement, trials: 2);
    }

    /// <summary>A figure with its data and its layout, that plotly draws anywhere: every trial is in it.</summary>
    [Fact]
    public async Task A_page_that_is_left_before_the_chart_library_is_there_keeps_no_other_from_drawing()
    {
        var (started, charts, path) = await StartAsync(trials: 3, epochs: 2);
        await charts.EndedAsync();
        await started.CloseAsync();
        var page = await OpenAsync("/not-found");
        var library = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/plotly-basic-*.js", async route =>
        {
            asked.TrySetResult();
            await library.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Studies", Exact = true }).ClickAsync();
        await page.Locator($".name > a[href='{path}']").ClickAsync();
        await asked.Task;
        await ReadyAsync(page);
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Overview" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Studies", Exact = true }).ClickAsync();
        await page.Locator($".name > a[href='{path}']").ClickAsync();
        await Expect(page.Locator(".charts-view")).ToHaveAttributeAsync("data-connection", "live");
        library.SetResult();

        await new Charts(page).EndedAsync();
    }

    private static void AssertDrawn(JsonElement figure, int trials)
    {
        var traces = figure.GetProperty("data").EnumerateArray().ToList();
        Assert.All(traces, trace => Assert.Equal(trace.GetProperty("x").GetArrayLength(), trace.GetProperty("y").GetArrayLength()));
        string[] ended = ["finished", "given", "failed"];
        Assert.Equal(trials, traces.Where(trace => ended.Contains(trace.GetProperty("meta").GetString())).Sum(trace => trace.GetProperty("x").GetArrayLength()));
        Assert.Equal("seconds since the start", figure.GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
    }

    [GeneratedRegex(@"^Data from \d+ s ago – reconnecting…$")]
    private static partial Regex AgePattern();
}
