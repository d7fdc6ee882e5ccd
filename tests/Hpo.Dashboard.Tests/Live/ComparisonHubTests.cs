using System.Text.Json;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Tests.Live;

public sealed class ComparisonHubTests : IDisposable
{
    private readonly ComparisonWorld _world = new();
    private readonly WatchRooms _rooms = new(new LiveOptions(), TimeProvider.System);
    private readonly ComparisonHub _hub;

    public ComparisonHubTests() => _hub = Hub(Visitor.Presenter);

    private ComparisonHub Hub(Visitor visitor) =>
        new(_world.Broadcasts, _rooms, new CurrentVisitor(visitor, canLeave: false, signedOut: null)) { Context = new OneConnection() };

    public void Dispose()
    {
        _hub.Dispose();
        _world.Dispose();
    }

    private IAsyncEnumerator<EncodedFrame> Watch(string id, ComparisonViewRequest? view = null) =>
        _hub.Watch(id, view ?? ComparisonWorld.Incumbent, CancellationToken.None).GetAsyncEnumerator();

    private async Task<JsonElement> First(string id, ComparisonViewRequest? view = null)
    {
        await using var frames = Watch(id, view);
        Assert.True(await frames.MoveNextAsync());
        return ComparisonWorld.Read(frames.Current);
    }

    [Fact]
    public async Task The_first_frame_comes_at_once_and_holds_the_figure()
    {
        var comparison = await _world.FinishedAsync();
        var frame = await First(comparison.Id);

        Assert.Equal(
            ("figure", "ended", "finished", 16, 16, 0),
            (Text(frame, "kind"), Text(frame, "state"), Text(frame, "outcome"), Number(frame, "done"), Number(frame, "total"), Number(frame, "failed")));
        var figure = frame.GetProperty("figure");
        var lines = figure.GetProperty("data").EnumerateArray().Where(trace => Text(trace, "mode") == "lines+markers").ToList();
        Assert.Equal(["Random search", "Local search"], lines.Select(line => Text(line, "name")));
        Assert.All(lines, line => Assert.Equal(10, line.GetProperty("y").GetArrayLength()));
        // over one grid, which is sent once
        Assert.Equal(1, lines.Count(line => line.TryGetProperty("x", out _)));
        Assert.Contains("(4 repetitions)", Text(figure, "summary"), StringComparison.Ordinal);
        Assert.False(figure.TryGetProperty("empty", out _));
    }

    [Theory]
    [InlineData("Incumbent", "data")]
    [InlineData("Rank", "data")]
    [InlineData("targets", "data")]
    [InlineData("wins", "rows")]
    public async Task Every_plot_has_its_figure(string plot, string property)
    {
        var comparison = await _world.FinishedAsync();
        var frame = await First(comparison.Id, ComparisonWorld.Incumbent with { Plot = plot, Objective = null });
        Assert.NotEqual(0, frame.GetProperty("figure").GetProperty(property).GetArrayLength());
    }

    [Fact]
    public async Task A_regret_is_the_error_less_the_smallest_possible_one()
    {
        var comparison = await _world.FinishedAsync();
        async Task<double> LastAsync(bool isRegret) =>
            (await First(comparison.Id, ComparisonWorld.Incumbent with { IsRegret = isRegret })).GetProperty("figure").GetProperty("data")[3].GetProperty("y")[9].GetDouble();

        // figures have seven digits
        Assert.Equal(0.397887, await LastAsync(isRegret: false) - await LastAsync(isRegret: true), tolerance: 1e-4);
    }

    [Fact]
    public async Task A_viewer_who_has_the_figure_hears_only_how_things_stand()
    {
        var comparison = await _world.FinishedAsync();
        await using var frames = Watch(comparison.Id);
        await frames.MoveNextAsync();
        // a beat without news, and then news
        await frames.MoveNextAsync();
        Assert.Equal("status", Text(ComparisonWorld.Read(frames.Current), "kind"));
        _world.Service.Rename(comparison.Id, "another name");
        await frames.MoveNextAsync();
        Assert.Equal("another name", Text(ComparisonWorld.Read(frames.Current), "name"));
    }

    [Theory]
    [InlineData("unknown", "There is no comparison unknown.")]
    [InlineData("", "A comparison's id has 1 to 64 characters.")]
    [InlineData(null, "A comparison's id has 1 to 64 characters.")]
    public async Task An_unknown_comparison_is_refused_with_a_reason(string? id, string reason) => Assert.Equal(reason, await Refusal(id!, null));

    [Theory]
    [InlineData(2, "Time", "Mean", "Incumbent", "The comparison has 2 objectives, counted from 0: there is no objective 2.")]
    [InlineData(-1, "Time", "Mean", "Incumbent", "The comparison has 2 objectives, counted from 0: there is no objective -1.")]
    [InlineData(0, "Money", "Mean", "Incumbent", "There is no such axis: it is one of Time, Trials, Epochs.")]
    [InlineData(0, "Time", "Mode", "Incumbent", "There is no such summary: it is one of Mean, Median, InterquartileMean.")]
    [InlineData(0, "Time", "Mean", "Pie", "There is no such plot: it is one of Incumbent, Rank, Targets, Wins.")]
    [InlineData(0, "7", "Mean", "Incumbent", "There is no such axis: it is one of Time, Trials, Epochs.")]
    public async Task An_unknown_view_is_refused_with_a_reason(int objective, string axis, string summary, string plot, string reason)
    {
        var comparison = await _world.FinishedAsync();
        Assert.Equal(reason, await Refusal(comparison.Id, new(objective, axis, summary, plot, null)));
    }

    [Fact]
    public async Task A_comparison_that_is_deleted_ends_with_a_reason()
    {
        var comparison = await _world.FinishedAsync();
        await using var frames = Watch(comparison.Id);
        await frames.MoveNextAsync();
        _world.Service.Delete(comparison.Id);
        var refusal = await Assert.ThrowsAsync<HubException>(async () => await frames.MoveNextAsync());
        Assert.Equal($"There is no comparison {comparison.Id}.", refusal.Message);
    }

    [Fact]
    public async Task One_connection_watches_only_so_many_views()
    {
        var comparison = await _world.FinishedAsync();
        var watched = Enumerable.Range(0, LiveOptions.MaxViewsPerConnection).Select(_ => Watch(comparison.Id)).ToList();
        foreach (var frames in watched)
            await frames.MoveNextAsync();
        await using (var oneMore = Watch(comparison.Id))
            await Assert.ThrowsAsync<HubException>(async () => await oneMore.MoveNextAsync());
        foreach (var frames in watched)
            await frames.DisposeAsync();
        Assert.Equal("figure", Text(await First(comparison.Id), "kind"));
    }

    [Fact]
    public async Task Viewers_who_look_alike_share_a_frame()
    {
        var comparison = await _world.FinishedAsync();
        await using var one = Watch(comparison.Id);
        await using var other = Watch(comparison.Id, ComparisonWorld.Incumbent with { Plot = "INCUMBENT" });
        await using var different = Watch(comparison.Id, ComparisonWorld.Incumbent with { Axis = "Epochs" });
        await one.MoveNextAsync();
        await other.MoveNextAsync();
        await different.MoveNextAsync();
        // the first moment of an ended comparison lasts for seconds
        Assert.Same(one.Current, other.Current);
        Assert.NotSame(one.Current, different.Current);
    }

    [Fact]
    public async Task A_page_is_counted_once_as_long_as_it_watches_any_view()
    {
        var comparison = await _world.FinishedAsync();
        var room = Watched.Comparison(comparison.Id).Room;
        await using (var one = Watch(comparison.Id))
        await using (var other = Watch(comparison.Id, ComparisonWorld.Incumbent with { Plot = "Rank" }))
        {
            await one.MoveNextAsync();
            await other.MoveNextAsync();
            Assert.Equal(new Attendance(0, 1), _rooms.Of(room));
        }

        Assert.Equal(0, _rooms.Count);
    }

    [Fact]
    public async Task A_page_that_looks_at_something_else_after_sharing_has_ended_is_still_counted_once()
    {
        var comparison = await _world.FinishedAsync();
        var room = Watched.Comparison(comparison.Id).Room;
        await using var one = Watch(comparison.Id);
        await one.MoveNextAsync();
        _rooms.Close(room);

        await using var other = Watch(comparison.Id, ComparisonWorld.Incumbent with { Plot = "Rank" });
        await other.MoveNextAsync();
        Assert.Equal(new Attendance(0, 1), _rooms.Of(room));
    }

    [Fact]
    public async Task The_presenter_leads_the_spectators_as_long_as_connected()
    {
        using var spectator = _rooms.Enter(Watched.Comparison("c").Room, RoomSeat.Spectator);
        await using var room = _rooms.FollowAsync(Watched.Comparison("c").Room).GetAsyncEnumerator();
        await room.MoveNextAsync();
        var view = new SharedView("ranks", null, null, new SharedLook("branin", "Epochs", "Median", false));

        _hub.Lead("c", view);
        await room.MoveNextAsync();
        Assert.Equal(view, room.Current.View);

        await _hub.OnDisconnectedAsync(null);
        await room.MoveNextAsync();
        Assert.Null(room.Current.View);
    }

    [Fact]
    public void Nobody_else_leads_and_nobody_shows_what_no_page_shows()
    {
        using var viewer = Hub(Visitor.Nobody);
        Assert.Throws<HubException>(() => viewer.Lead("c", null));
        foreach (var look in new SharedLook[] { new("b", "Money", "Mean", true), new("b", "Time", null, true), new(new string('x', 65), "Time", "Mean", true) })
            Assert.Throws<HubException>(() => _hub.Lead("c", new SharedView(null, null, null, look)));
    }

    private async Task<string> Refusal(string id, ComparisonViewRequest? view)
    {
        await using var frames = Watch(id, view);
        return (await Assert.ThrowsAsync<HubException>(async () => await frames.MoveNextAsync())).Message;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
