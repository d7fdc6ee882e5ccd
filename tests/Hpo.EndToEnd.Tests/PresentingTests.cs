using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class PresentingTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static readonly View Hall = new() { Width = 1920, Height = 1080 };

    private static ILocator Root(IPage page) => page.Locator("html[data-projector]");

    private static ILocator Follow(IPage page) => page.Locator("[data-follow]");

    private async Task<(IPage Presenter, Charts Charts, string Study, string Watch)> PresentAsync()
    {
        var presenter = await OpenAsync("/studies/new", Hall);
        var study = await presenter.StartSyntheticAsync(trials: 6, epochs: 4, workers: 3);
        var charts = new Charts(presenter);
        await charts.EndedAsync();
        return (presenter, charts, study, await presenter.ShareAsync());
    }

    [Fact]
    public async Task Projector_mode_shows_one_chart_and_how_to_join_and_nothing_to_press()
    {
        var (presenter, charts, study, watch) = await PresentAsync();

        await presenter.Keyboard.PressAsync("p");
        await Expect(Root(presenter)).ToHaveCountAsync(1);
        await Expect(presenter).ToHaveURLAsync(new Uri(App.Address, study + "?present=1").ToString());
        await Expect(charts.Incumbent).ToBeVisibleAsync();
        await Expect(charts.Curves).ToBeHiddenAsync();
        await Expect(presenter.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();
        await Expect(presenter.Locator(".corner .code")).ToHaveTextAsync($"{watch[^6..^3]} {watch[^3..]}".ToUpperInvariant());
        await presenter.WaitForFunctionAsync(
            "() => { const plot = document.querySelector('[data-chart=incumbent] .chart-plot'); return Math.abs(plot._fullLayout.width - plot.clientWidth) <= 1 && plot._fullLayout.font.size >= 20 }");
        // it fills the screen: more than half of it is the chart, in type that is read from the back
        var plot = (await charts.Incumbent.Locator(".chart-plot").BoundingBoxAsync())!;
        Assert.True(plot.Width * plot.Height > 0.4 * Hall.Width * Hall.Height, $"{plot.Width} × {plot.Height}");
        await AssertFitsAsync(presenter);
        await AssertAccessibleAsync(presenter);

        await presenter.Keyboard.PressAsync("2");
        await Expect(charts.Curves).ToBeVisibleAsync();
        await Expect(charts.Incumbent).ToBeHiddenAsync();

        await presenter.Keyboard.PressAsync("Escape");
        await Expect(Root(presenter)).ToHaveCountAsync(0);
        await Expect(charts.Incumbent).ToBeVisibleAsync();
        await Expect(presenter.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_address_leads_into_projector_mode_on_both_pages()
    {
        var (_, _, study, watch) = await PresentAsync();

        foreach (var path in new[] { study, watch })
        {
            var page = await OpenAsync(path + "?present=1", Hall, interactive: path == study);
            await Expect(Root(page)).ToHaveCountAsync(1);
            await new Charts(page).EndedAsync();
            await Expect(page.Locator(".corner .code")).ToBeVisibleAsync();
            await AssertAccessibleAsync(page);
        }
    }

    [Fact]
    public async Task The_screen_is_kept_awake_as_long_as_it_projects_and_asked_for_again_when_it_is_shown_again()
    {
        var (presenter, _, _, _) = await PresentAsync();
        await presenter.EvaluateAsync(
            """
            () => {
              window.locks = [];
              Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: {
                request: async kind => { const lock = { kind, released: false, release() { this.released = true; } }; window.locks.push(lock); return lock; } } });
            }
            """);

        await presenter.Keyboard.PressAsync("p");
        await presenter.WaitForFunctionAsync("() => window.locks.length === 1 && !window.locks[0].released");
        // the browser takes it away from a page that is hidden
        await presenter.EvaluateAsync("() => { window.locks[0].released = true; document.dispatchEvent(new Event('visibilitychange')); }");
        await presenter.WaitForFunctionAsync("() => window.locks.length === 2 && !window.locks[1].released");

        await presenter.Keyboard.PressAsync("p");
        await presenter.WaitForFunctionAsync("() => window.locks.every(lock => lock.released)");
    }

    [Fact]
    public async Task Keys_are_listed_and_what_is_typed_into_a_field_is_no_key()
    {
        var (presenter, _, _, _) = await PresentAsync();

        await presenter.Keyboard.PressAsync("?");
        await Expect(presenter.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(presenter);
        await presenter.Keyboard.PressAsync("p");
        await Expect(Root(presenter)).ToHaveCountAsync(0);
        await presenter.Keyboard.PressAsync("Escape");
        await Expect(presenter.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await presenter.EvaluateAsync("() => document.querySelector('main').append(Object.assign(document.createElement('input'), { id: 'field' }))");
        await presenter.Locator("#field").FocusAsync();
        await presenter.Keyboard.PressAsync("p");
        await Expect(Root(presenter)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Spectators_follow_the_presenter_until_they_look_around_and_again_when_they_say_so()
    {
        var (presenter, charts, _, watch) = await PresentAsync();
        var spectator = await OpenAsync(watch, interactive: false);
        var others = new Charts(spectator);
        await others.EndedAsync();
        await Expect(Follow(spectator)).ToBeHiddenAsync();

        await presenter.GetByLabel("Spectators may follow my view").CheckAsync();
        await Expect(Follow(spectator)).ToHaveTextAsync("Following the presenter");
        await charts.Incumbent.GetByRole(AriaRole.Button, new() { Name = "Log scale" }).ClickAsync();
        await ZoomAsync(presenter, charts.Incumbent);
        await presenter.Keyboard.PressAsync("1");
        var sight = await presenter.SightAsync("incumbent");
        Assert.StartsWith("[\"log\",[", sight, StringComparison.Ordinal);
        await Expect(others.Curves).ToBeHiddenAsync();
        await spectator.ExpectSightAsync("incumbent", sight);

        // their own zoom is theirs, whatever the presenter does
        await ZoomAsync(spectator, others.Incumbent);
        await Expect(Follow(spectator)).ToHaveTextAsync("Follow the presenter");
        var own = await spectator.SightAsync("incumbent");
        await presenter.Keyboard.PressAsync("0");
        await presenter.OpenTabAsync("Trials");
        await presenter.Locator("button[data-trial='2']").ClickAsync();
        await Follow(spectator).ClickAsync();

        // back with the presenter, the opened trial and all
        await spectator.ExpectSightAsync("incumbent", sight);
        Assert.NotEqual(own, sight);
        await Expect(spectator.GetByRole(AriaRole.Heading, new() { Name = "Trial 2", Exact = true })).ToBeVisibleAsync();
        await Expect(others.Curves).ToBeVisibleAsync();

        await presenter.GetByLabel("Spectators may follow my view").UncheckAsync();
        await Expect(Follow(spectator)).ToBeHiddenAsync();
    }

    private static async Task ZoomAsync(IPage page, ILocator chart)
    {
        var plot = chart.Locator(".nsewdrag").First;
        await plot.ScrollIntoViewIfNeededAsync();
        var area = (await plot.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.2f), area.Y + (area.Height * 0.2f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(area.X + (area.Width * 0.7f), area.Y + (area.Height * 0.8f), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-chart=incumbent] .chart-plot')._fullLayout.xaxis.autorange === false");
    }
}
