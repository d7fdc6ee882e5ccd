using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>A comparison before a hall: projected, and watched by those who have its code.</summary>
public sealed class ComparisonSharingTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static readonly View Hall = new() { Width = 1920, Height = 1080 };

    private async Task<IPage> ComparedAsync()
    {
        var page = await OpenAsync("/comparisons/new?example=all-searchers", Hall);
        await page.FillAsync(repetitions: 3, trials: 6);
        await page.StartComparisonAsync();
        await page.FiguresEndedAsync();
        return page;
    }

    private static ILocator Chart(IPage page, string name) => page.Locator($".comparison-view [data-chart={name}]");

    [Fact]
    public async Task A_comparison_is_projected_chart_by_chart_with_how_to_join_in_the_corner()
    {
        var page = await ComparedAsync();
        var watch = await page.ShareAsync();

        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator("html[data-projector]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".corner .code")).ToHaveTextAsync($"{watch[^6..^3]} {watch[^3..]}".ToUpperInvariant());
        await Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Repeat exactly" })).ToBeHiddenAsync();
        await Expect(Chart(page, "ranks")).ToBeHiddenAsync();
        await page.WaitForFunctionAsync(
            "() => { const plot = document.querySelector('[data-chart=incumbent] .chart-plot'); return Math.abs(plot._fullLayout.width - plot.clientWidth) <= 1 && plot._fullLayout.font.size >= 20 }");
        var plot = (await Chart(page, "incumbent").Locator(".chart-plot").BoundingBoxAsync())!;
        Assert.True(plot.Width * plot.Height > 0.4 * Hall.Width * Hall.Height, $"{plot.Width} × {plot.Height}");
        await AssertFitsAsync(page);
        await AssertAccessibleAsync(page);
        await ScreenshotAsync(page, "comparison-projector", fullPage: false);

        foreach (var (key, name) in new[] { ("2", "ranks"), ("3", "targets"), ("4", "wins") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(Chart(page, name)).ToBeVisibleAsync();
            await Expect(Chart(page, "incumbent")).ToBeHiddenAsync();
            await AssertFitsAsync(page);
        }

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("what can be concluded");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Repeat exactly" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Spectators_of_a_comparison_follow_the_presenter_and_look_around_themselves()
    {
        var presenter = await ComparedAsync();
        var watch = await presenter.ShareAsync();
        var spectator = await OpenAsync(watch, interactive: false);
        await spectator.FiguresEndedAsync();
        await Expect(spectator.Locator("[data-fact=status]")).ToHaveTextAsync("Completed");
        await Expect(spectator.Locator(".conclusions li").First).ToBeVisibleAsync();
        await AssertAccessibleAsync(spectator);
        await AssertFitsAsync(spectator);
        await Expect(presenter.Locator(".attendance")).ToContainTextAsync("1 spectator with the code");

        await presenter.GetByLabel("Spectators may follow my view").CheckAsync();
        await Expect(spectator.Locator("[data-follow]")).ToHaveTextAsync("Following the presenter");
        await presenter.SwitchAsync("Against", "Epochs");
        await spectator.WaitForFunctionAsync("() => document.querySelector('[data-chart=incumbent] .chart-plot').layout.xaxis.title.text === 'epochs'");
        await presenter.Keyboard.PressAsync("4");
        await Expect(Chart(spectator, "incumbent")).ToBeHiddenAsync();

        await spectator.Keyboard.PressAsync("0");
        await spectator.SwitchAsync("Against", "Trials");
        await Expect(spectator.Locator("[data-follow]")).ToHaveTextAsync("Follow the presenter");
        await spectator.WaitForFunctionAsync("() => document.querySelector('[data-chart=incumbent] .chart-plot').layout.xaxis.title.text === 'trials'");

        await presenter.PressButtonAsync("Stop sharing");
        await Expect(spectator.Locator("[data-refusal]")).ToContainTextAsync("The presenter has stopped sharing this.");
    }

    [Fact]
    public async Task A_phone_watches_a_comparison_without_scrolling_sideways()
    {
        var presenter = await ComparedAsync();
        var watch = await presenter.ShareAsync();

        var phone = await OpenAsync(watch, View.Phone, interactive: false);

        await phone.FiguresEndedAsync();
        await AssertFitsAsync(phone);
        await AssertAccessibleAsync(phone);
        await ScreenshotAsync(phone, "comparison-watch-phone");
    }
}
