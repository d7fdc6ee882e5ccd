using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;

namespace Hpo.Dashboard.Tests.Live.Rooms;

public sealed class WatchRoomsTests
{
    private readonly WatchRooms _rooms = new(new LiveOptions { RoomTick = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

    [Fact]
    public void Those_who_are_there_are_counted_by_where_they_look_from()
    {
        var first = _rooms.Enter("a", RoomSeat.Spectator);
        using var second = _rooms.Enter("a", RoomSeat.Spectator);
        using var page = _rooms.Enter("a", RoomSeat.Page);
        using var elsewhere = _rooms.Enter("b", RoomSeat.Spectator);

        Assert.Equal(new Attendance(2, 1), _rooms.Of("a"));
        first.Dispose();
        first.Dispose();
        Assert.Equal(new Attendance(1, 1), _rooms.Of("a"));
        Assert.Equal(default, _rooms.Of("nobody's"));
    }

    [Fact]
    public async Task The_count_is_exact_however_many_come_and_go_at_once()
    {
        using var stays = _rooms.Enter("a", RoomSeat.Spectator);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
                _rooms.Enter("a", i % 2 == 0 ? RoomSeat.Spectator : RoomSeat.Page).Dispose();
        })));

        Assert.Equal(new Attendance(1, 0), _rooms.Of("a"));
    }

    [Fact]
    public void Nothing_is_kept_of_a_room_that_is_empty()
    {
        _rooms.Enter("a", RoomSeat.Page).Dispose();

        Assert.Equal(0, _rooms.Count);
    }

    [Fact]
    public async Task Who_follows_is_told_at_once_and_then_of_every_change_but_only_the_newest()
    {
        await using var told = _rooms.FollowAsync("a").GetAsyncEnumerator();
        await told.MoveNextAsync();
        Assert.Equal(default, told.Current.Attendance);

        var tickets = Enumerable.Range(0, 50).Select(_ => _rooms.Enter("a", RoomSeat.Spectator)).ToList();
        await told.MoveNextAsync();

        Assert.Equal(new Attendance(50, 0), told.Current.Attendance);
        Assert.Contains("\"watching\":50", System.Text.Encoding.UTF8.GetString(told.Current.Frame.Json.Span), StringComparison.Ordinal);
        tickets.ForEach(ticket => ticket.Dispose());
    }

    [Fact]
    public async Task All_who_follow_share_one_encoding()
    {
        await using var first = _rooms.FollowAsync("a").GetAsyncEnumerator();
        await using var second = _rooms.FollowAsync("a").GetAsyncEnumerator();

        await first.MoveNextAsync();
        await second.MoveNextAsync();

        Assert.Same(first.Current.Frame, second.Current.Frame);
    }

    [Fact]
    public void Those_who_are_there_when_sharing_ends_are_sent_away_and_who_comes_later_is_not()
    {
        using var spectator = _rooms.Enter("a", RoomSeat.Spectator);

        _rooms.Close("a");
        using var late = _rooms.Enter("a", RoomSeat.Spectator);

        Assert.True(spectator.Closed.IsCancellationRequested);
        Assert.False(late.Closed.IsCancellationRequested);
        _rooms.Close("nobody's");
    }

    [Fact]
    public async Task Only_the_page_that_leads_can_end_that()
    {
        using var page = _rooms.Enter("a", RoomSeat.Page);
        var view = new SharedView("incumbent", null, null);
        _rooms.Lead("a", "one", view);

        _rooms.Lead("a", "another", null);
        _rooms.StopLeading("another");
        Assert.Same(view, await ViewAsync());

        _rooms.StopLeading("one");
        Assert.Null(await ViewAsync());
    }

    [Fact]
    public async Task Leading_where_nobody_is_keeps_nothing()
    {
        _rooms.Lead("a", "one", new SharedView(null, null, null));

        Assert.Equal(0, _rooms.Count);
        Assert.Null(await ViewAsync());
    }

    private async Task<SharedView?> ViewAsync()
    {
        await using var told = _rooms.FollowAsync("a").GetAsyncEnumerator();
        await told.MoveNextAsync();
        return told.Current.View;
    }
}
