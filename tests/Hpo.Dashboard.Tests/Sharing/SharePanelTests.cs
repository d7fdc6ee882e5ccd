using Hpo.Dashboard.Components.Sharing;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Tests.Live.Rooms;
using Hpo.Studies.Sharing;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Sharing;

public sealed class SharePanelTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SharedStudy _shared = new();
    private readonly WatchRooms _rooms = new(new LiveOptions(), TimeProvider.System);

    public SharePanelTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_shared.All);
        Services.AddSingleton(_rooms);
        Services.AddSingleton(new ShareAddress(new DashboardOptions { Urls = "http://127.0.0.1:5080", DataFolder = "" }));
        _shared.Codes.Withdraw(SharedStudy.Id);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _shared.Dispose();
    }

    private IRenderedComponent<SharePanel> Open(bool mayShare = true) =>
        Render<SharePanel>(it => it.Add(panel => panel.What, Watched.Study(SharedStudy.Id)).Add(panel => panel.MayShare, mayShare));

    [Fact]
    public void The_first_press_makes_the_code_and_shows_how_to_join()
    {
        var panel = Open();
        Assert.Null(_shared.Codes.Of(SharedStudy.Id));

        panel.FindAll("button")[0].Click();

        var code = _shared.Codes.Of(SharedStudy.Id)!;
        Assert.Equal(WatchCodes.Write(code), panel.Find(".panel .code").TextContent);
        Assert.EndsWith("/watch/" + code, panel.Find("#share-link").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Only this machine can open it now", panel.Find(".only-here").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, panel.FindAll("svg.qr").Count);
    }

    [Fact]
    public void Who_may_not_share_can_only_project()
    {
        var buttons = Open(mayShare: false).FindAll("button").Select(button => button.TextContent.Trim());

        Assert.DoesNotContain("Share…", buttons);
        Assert.Contains("Projector", buttons);
    }

    [Fact]
    public void Closing_the_panel_ends_nothing()
    {
        var panel = Open();

        panel.FindAll("button")[0].Click();
        panel.FindAll("button")[0].Click();

        Assert.NotNull(_shared.Codes.Of(SharedStudy.Id));
        Assert.True(panel.Find(".panel").HasAttribute("hidden"));
        Assert.Single(panel.FindAll("[data-lead]"));
    }

    [Fact]
    public void Who_watches_is_told_as_they_come_and_go()
    {
        var panel = Open();
        panel.FindAll("button")[0].Click();
        using var page = _rooms.Enter(SharedStudy.Id, RoomSeat.Page);

        var spectators = Enumerable.Range(0, 3).Select(_ => _rooms.Enter(SharedStudy.Id, RoomSeat.Spectator)).ToList();
        panel.WaitForAssertion(() => Assert.Equal("3 watch: 3 spectators with the code, 0 other pages of the dashboard.", panel.Find(".attendance").TextContent), Patience);
        Assert.Equal("3 watch", panel.Find(".now").TextContent);

        spectators.ForEach(spectator => spectator.Dispose());
        panel.WaitForAssertion(() => Assert.StartsWith("0 watch: 0 spectators", panel.Find(".attendance").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Stopping_withdraws_the_code_and_sends_the_spectators_away()
    {
        var panel = Open();
        panel.FindAll("button")[0].Click();
        using var spectator = _rooms.Enter(SharedStudy.Id, RoomSeat.Spectator);

        panel.Find("button.stop-sharing").Click();

        Assert.Null(_shared.Codes.Of(SharedStudy.Id));
        Assert.True(spectator.Closed.IsCancellationRequested);
        Assert.Empty(panel.FindAll(".panel"));
    }

    [Fact]
    public async Task A_panel_that_was_left_listens_no_more()
    {
        var panel = Open();
        panel.WaitForAssertion(() => Assert.Equal(1, _rooms.Count), Patience);

        await DisposeComponentsAsync();

        using var patience = new CancellationTokenSource(Patience);
        while (_rooms.Count > 0)
            await Task.Delay(10, patience.Token);
    }
}
