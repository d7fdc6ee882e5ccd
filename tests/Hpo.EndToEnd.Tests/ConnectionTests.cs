using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class ConnectionTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static ILocator Banner(IPage page) => page.GetByText("Connection lost, trying again…");

    [Fact]
    public async Task A_page_recovers_by_itself_when_the_server_was_killed_and_started_again()
    {
        AllowLostConnections();
        var page = await OpenAsync("/studies/new");
        await Expect(Banner(page)).ToBeHiddenAsync();

        await App.KillAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("New study");
        await AssertAccessibleAsync(page);
        // what is around it covers nothing
        await Expect(page.Locator(".connection-status")).ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0)");
        await ScreenshotAsync(page, "connection-lost", fullPage: false);
        await App.RestartAsync();

        await Expect(Banner(page)).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await ReadyAsync(page);
        await page.GetByRole(AriaRole.Navigation).GetByText("Studies").ClickAsync();
        await Expect(page).ToHaveTitleAsync("Studies · HPO Dashboard");
    }

    [Fact]
    public async Task A_page_goes_on_where_it_was_when_the_network_drops_and_returns()
    {
        AllowLostConnections();
        await using var network = new Network(App);
        var page = await OpenAsync(new Uri(network.Address, "/studies/new").ToString());
        await page.EvaluateAsync("window.sameDocument = true");

        network.Cut();
        await Expect(Banner(page)).ToBeVisibleAsync();
        network.Mend();

        await Expect(Banner(page)).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await page.GetByRole(AriaRole.Navigation).GetByText("Studies").ClickAsync();
        await Expect(page).ToHaveTitleAsync("Studies · HPO Dashboard");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task While_the_network_is_away_nothing_is_steered_and_one_banner_says_so()
    {
        AllowLostConnections();
        var page = await OpenAsync("/studies/new");
        await page.StartSyntheticAsync(trials: 500, epochs: 4);
        await new Charts(page).ConnectionAsync("live");
        var pause = page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true });
        await Expect(pause).ToBeEnabledAsync();

        // the connection itself stands: only its silence could tell
        await page.Context.SetOfflineAsync(true);
        await Expect(Banner(page)).ToBeVisibleAsync();
        await Expect(pause).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Share…" })).ToBeDisabledAsync();
        await AssertAccessibleAsync(page);

        await page.Context.SetOfflineAsync(false);
        await Expect(Banner(page)).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Cancel the study");
        await Expect(page.Status("Cancelled")).ToBeVisibleAsync(StudyPages.Patiently);
    }
}
