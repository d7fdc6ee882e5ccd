using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>A study whose scheduler pauses and promotes: what of it is seen.</summary>
public sealed partial class EarlyStoppingTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    // what comes and goes is remembered
    private const string Remember = """
        window.seen = { flashes: 0, news: [] };
        new MutationObserver(changes => {
          for (const change of changes) {
            for (const node of change.addedNodes) if (node.classList?.contains('chart-flash')) window.seen.flashes++;
            if (change.target.getAttribute?.('aria-live') === 'polite') window.seen.news.push(change.target.textContent);
          }
        }).observe(document.body, { childList: true, subtree: true });
        """;

    [Fact]
    public async Task A_study_with_promotions_shows_its_ladder_its_timeline_and_its_reasons()
    {
        var page = await OpenAsync("/studies/new", View.Projector with { ReducedMotion = false });
        await page.ChooseAsync("Scheduler", "ASHA (promotion)");
        await page.EvaluateAsync(Remember);
        var path = await page.StartSyntheticAsync(trials: 60, epochs: 9, workers: 2);
        var charts = new Charts(page);

        // while it runs
        await Expect(page.Locator(".ladder .rung")).ToHaveCountAsync(3);
        await Expect(Chips(page, 1, "promoted").First).ToBeVisibleAsync(StudyPages.Patiently);
        await Expect(Chips(page, 1, "paused").First).ToBeVisibleAsync(StudyPages.Patiently);
        await charts.EndedAsync();

        await LadderTellsAsync(page);
        await TimelineTellsAsync(page, charts);
        await page.OpenTabAsync("Trials");
        await Expect(page.Locator(".trials tbody .end").Filter(new() { HasTextRegex = RankPattern() }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".trials tbody .reason").Filter(new() { HasText = "drawn at random" }).First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("window.seen.flashes") > 0);
        Assert.Contains(await page.EvaluateAsync<string[]>("window.seen.news"), news => NewBestPattern().IsMatch(news));

        await LateViewerSeesTheSameAsync(page, charts, path);
    }

    private static async Task LadderTellsAsync(IPage page)
    {
        await Expect(page.Locator(".rung[data-epoch='1'] .cut-off")).ToHaveTextAsync(CutOffPattern());
        var chip = Chips(page, 1, "promoted").First;
        await chip.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        var said = await chip.EvaluateAsync<string>("chip => getComputedStyle(chip, '::after').content");
        Assert.Contains("promoted", said, StringComparison.Ordinal);
        Assert.Contains("rank", said, StringComparison.Ordinal);
        Assert.Contains("now place", said, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show the rungs as a table" }).ClickAsync();
        await Expect(page.Locator(".ladder tbody tr").Filter(new() { HasText = "Completed" }).First).ToBeVisibleAsync();

        var trial = await chip.GetAttributeAsync("data-trial");
        await chip.ClickAsync();
        await Expect(page.Locator("aside h3")).ToContainTextAsync($"Trial {trial}");
        await Expect(page.Locator("aside .rungs li")).Not.ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex($"\\?trial={trial}$"));
        await Expect(page.Locator("aside h3")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("aside h3")).ToBeHiddenAsync();
        await page.GoBackAsync();
        await Expect(page.Locator(".ladder")).ToBeVisibleAsync();

        // and it has the hall's screen to itself
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("4");
        await Expect(page.Locator(".ladder")).ToBeVisibleAsync();
        await Expect(page.Locator(".charts-view")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".ladder")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-chart=incumbent]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task TimelineTellsAsync(IPage page, Charts charts)
    {
        var bars = await page.EvaluateAsync<int>("() => document.querySelector('[data-chart=timeline] .chart-plot').data.find(t => t.name === 'then paused').x.filter(x => x === null).length");
        Assert.True(bars > 0);
        // the middle of the first bar
        var place = await page.EvaluateAsync<float[]>(
            """
            () => {
              const { data, _fullLayout: { xaxis, yaxis } } = document.querySelector('[data-chart=timeline] .chart-plot');
              const { x, y } = data.find(trace => trace.name === 'then paused');
              return [xaxis.d2p((x[0] + x[1]) / 2), yaxis.d2p((y[0] + y[2]) / 2)];
            }
            """);
        await charts.Timeline.Locator(".nsewdrag").First.HoverAsync(new() { Position = new() { X = place[0], Y = place[1] } });
        await Expect(charts.Timeline.Locator(".chart-tip")).ToContainTextAsync(TipPattern());

        await charts.Timeline.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Expect(charts.Timeline.GetByRole(AriaRole.Row).Filter(new() { HasText = "promoted" }).First).ToBeVisibleAsync();
        await charts.Timeline.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
    }

    private async Task LateViewerSeesTheSameAsync(IPage page, Charts charts, string path)
    {
        var late = await OpenAsync(path, View.Projector);
        var others = new Charts(late);
        await others.EndedAsync();
        Assert.Equal(await charts.DataAsync(), await others.DataAsync());
        Assert.Equal(await LabelsAsync(page), await LabelsAsync(late));
        await AssertAccessibleAsync(late);
        foreach (var (size, view) in new[] { ("phone", View.SmallPhone), ("projector", View.Projector) })
        {
            var opened = await OpenAsync(path, view with { Theme = "dark" });
            await new Charts(opened).EndedAsync();
            await AssertFitsAsync(opened);
            await AssertAccessibleAsync(opened);
            await ScreenshotAsync(opened, $"early-stopping-{size}-dark");
        }
    }

    private static Task<string[]> LabelsAsync(IPage page) =>
        page.Locator(".chip[data-reason]").EvaluateAllAsync<string[]>("chips => chips.map(chip => chip.dataset.reason)");

    private static ILocator Chips(IPage page, int epoch, string state) => page.Locator($".rung[data-epoch='{epoch}'] .chip[data-state='{state}']");

    [GeneratedRegex(@"rank \d+ of \d+")]
    private static partial Regex RankPattern();

    [GeneratedRegex(@"^cut-off 0\.\d+$")]
    private static partial Regex CutOffPattern();

    [GeneratedRegex(@"Trial \d+ on worker \d, then paused")]
    private static partial Regex TipPattern();

    [GeneratedRegex(@"^New best: error 0\.\d+, trial \d+, after ")]
    private static partial Regex NewBestPattern();
}
