using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class WatchTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static readonly LocatorAssertionsToHaveTextOptions Patiently = new() { Timeout = 60_000 };

    private async Task<(IPage Presenter, string Path)> ShareAsync(int trials, int epochs = 4, string? at = null)
    {
        var presenter = await OpenAsync(at is null ? "/studies/new" : new Uri(new Uri(at), "/studies/new").ToString());
        await presenter.StartSyntheticAsync(trials, epochs);
        return (presenter, await presenter.ShareAsync());
    }

    [Fact]
    public async Task A_spectator_sees_what_the_presenter_sees_without_a_circuit_and_is_counted()
    {
        var (presenter, path) = await ShareAsync(trials: 12);
        var sockets = new List<string>();
        var spectator = await OpenAsync("/watch", View.Phone, interactive: false);
        spectator.WebSocket += (_, socket) => sockets.Add(new Uri(socket.Url).AbsolutePath);
        await spectator.GetByLabel("The code that the presenter shows").FillAsync(path[^6..^3].ToUpperInvariant() + " " + path[^3..]);
        await spectator.PressButtonAsync("Watch");
        await Expect(spectator).ToHaveURLAsync(new Uri(App.Address, path).ToString());
        var (charts, others) = (new Charts(presenter), new Charts(spectator));
        await others.DrawnAsync(atLeast: 1);
        await Expect(presenter.Locator(".share .now")).ToHaveTextAsync("1 watches");

        await charts.EndedAsync();
        await others.EndedAsync();

        Assert.Equal(await charts.DataAsync(), await others.DataAsync());
        Assert.Equal(["/hubs/watch"], sockets.Distinct());
        await Expect(spectator.Locator("[data-fact=status]")).ToHaveTextAsync("Completed");
        await Expect(spectator.Locator("[data-fact=trials]")).ToHaveTextAsync("12 of 12");
        // the table is filled when it comes into sight
        await spectator.GetByRole(AriaRole.Heading, new() { Name = "Trials" }).ScrollIntoViewIfNeededAsync();
        await Expect(spectator.Locator("[data-trials] tbody tr")).ToHaveCountAsync(12);
        await Expect(spectator.Locator("[data-fact=error]")).ToHaveTextAsync(await presenter.Locator(".incumbent [data-fact=error]").TextContentAsync() ?? "");
        await AssertAccessibleAsync(spectator);
        await AssertFitsAsync(spectator);
        await AssertAccessibleAsync(presenter);

        await spectator.Context.CloseAsync();
        await Expect(presenter.Locator(".share .now")).ToHaveTextAsync("", Patiently);
    }

    [Fact]
    public async Task When_sharing_ends_spectators_are_told_and_the_code_opens_nothing()
    {
        var (presenter, path) = await ShareAsync(trials: 4);
        var spectator = await OpenAsync(path, interactive: false);
        await new Charts(spectator).ConnectionAsync("live");

        await presenter.PressButtonAsync("Stop sharing");

        await Expect(spectator.Locator("[data-refusal]")).ToContainTextAsync("The presenter has stopped sharing this.");
        Allow("404");
        await spectator.ReloadAsync();
        await Expect(spectator.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing is shared under this code.");
        await AssertAccessibleAsync(spectator);
    }

    [Fact]
    public async Task A_spectator_whose_network_drops_sees_how_old_the_charts_are_and_catches_up_without_a_reload()
    {
        AllowLostConnections();
        await using var network = new Network(App);
        var (_, path) = await ShareAsync(trials: 60, epochs: 6);
        var spectator = await OpenAsync(new Uri(network.Address, path).ToString(), interactive: false);
        var charts = new Charts(spectator);
        await charts.DrawnAsync(atLeast: 3);
        await spectator.EvaluateAsync("window.sameDocument = true");

        network.Cut();
        await charts.ConnectionAsync("stale");
        await Expect(spectator.Locator(".charts-age")).ToContainTextAsync("s ago – reconnecting…");
        var before = await charts.SequenceAsync();
        network.Mend();
        await charts.ConnectionAsync("live");
        await charts.DrawnAsync(before + 1);

        await charts.EndedAsync();
        Assert.True(await spectator.EvaluateAsync<bool>("window.sameDocument === true"));
        var caughtUp = await charts.DataAsync();
        await spectator.ReloadAsync();
        await charts.EndedAsync();
        Assert.Equal(await charts.DataAsync(), caughtUp);
    }

    [Fact]
    public async Task A_spectator_goes_on_when_the_server_was_killed_and_started_again()
    {
        AllowLostConnections();
        var (_, path) = await ShareAsync(trials: 100, epochs: 6);
        var spectator = await OpenAsync(path, interactive: false);
        var charts = new Charts(spectator);
        await charts.DrawnAsync(atLeast: 20);
        await spectator.EvaluateAsync("window.sameDocument = true");

        await App.KillAsync();
        await charts.ConnectionAsync("stale");
        var before = await charts.SequenceAsync();
        await App.RestartAsync();
        await charts.ConnectionAsync("live");

        await Expect(spectator.Locator("[data-fact=status]")).ToHaveTextAsync("Interrupted", Patiently);
        await charts.EndedAsync();
        Assert.True(await charts.SequenceAsync() >= before);
        Assert.True(await spectator.EvaluateAsync<bool>("window.sameDocument === true"));
        var caughtUp = await charts.DataAsync();
        await spectator.ReloadAsync();
        await charts.EndedAsync();
        Assert.Equal(await charts.DataAsync(), caughtUp);
    }
}
