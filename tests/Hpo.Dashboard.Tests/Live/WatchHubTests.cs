using System.Text.Json;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Tests.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Tests.Live;

public sealed class WatchHubTests : IDisposable
{
    private readonly SharedStudy _shared = new();
    private readonly ScriptedStudy _study = new();
    private readonly WatchRooms _rooms = new(new LiveOptions(), TimeProvider.System);
    private readonly GuessLimit _guesses = new(new StoppedClock());
    private readonly ComparisonWorld _world = new();
    private readonly StudyBroadcasts _broadcasts;
    private readonly WatchHub _hub;

    public WatchHubTests()
    {
        var source = new ScriptedSource();
        _study.Publish(StudyScript.Draw(1, trials: 2));
        source.Studies[SharedStudy.Id] = _study;
        _broadcasts = new StudyBroadcasts(source, new LiveOptions(), TimeProvider.System);
        _hub = new WatchHub(_broadcasts, _world.Broadcasts, _rooms, new WatchDoor(Find, _guesses)) { Context = new OneConnection() };
    }

    public void Dispose()
    {
        _hub.Dispose();
        _world.Dispose();
        _guesses.Dispose();
        _shared.Dispose();
    }

    private Watched? Find(string code) => new SharedCodes(_shared.Codes, _world.Service.WatchCodes).Find(code);

    private IAsyncEnumerator<EncodedFrame> Watch(string code, long after = 0) => _hub.Watch(code, after, CancellationToken.None).GetAsyncEnumerator();

    [Fact]
    public async Task The_code_is_all_that_is_needed_and_who_watches_is_counted()
    {
        await using (var frames = Watch(_shared.Code))
        {
            Assert.True(await frames.MoveNextAsync());
            Assert.Equal(_study.Snapshot.Sequence, frames.Current.To);
            Assert.Equal(new Attendance(1, 0), _rooms.Of(SharedStudy.Id));
        }

        Assert.Equal(default, _rooms.Of(SharedStudy.Id));
    }

    [Fact]
    public async Task The_id_of_a_study_is_no_code()
    {
        await using var frames = Watch(SharedStudy.Id);
        await using var room = _hub.Room(SharedStudy.Id, CancellationToken.None).GetAsyncEnumerator();

        Assert.StartsWith("A code has six letters", await RefusalAsync(frames), StringComparison.Ordinal);
        Assert.False(await room.MoveNextAsync());
    }

    [Fact]
    public async Task A_wrong_code_is_refused_for_good_and_while_a_program_guesses_for_the_moment()
    {
        await using (var frames = Watch(_shared.WrongCode))
            Assert.StartsWith("Nothing is shared under this code.", await RefusalAsync(frames), StringComparison.Ordinal);
        for (var i = 0; i < Limits.WrongGuessesPerMinute + Limits.WrongGuessesHeld; i++)
            _ = _guesses.NoteWrongAsync(null);

        await using (var frames = Watch(_shared.Code))
            Assert.StartsWith("Very many wrong codes", await RefusalAsync(frames, isPassing: true), StringComparison.Ordinal);
        Assert.Equal(0, _rooms.Count);
    }

    [Fact]
    public async Task When_sharing_ends_between_the_code_and_the_seat_nobody_is_left_watching()
    {
        var door = new WatchDoor(FindAndWithdraw, _guesses);
        using var hub = new WatchHub(_broadcasts, _world.Broadcasts, _rooms, door) { Context = new OneConnection() };
        await using var frames = hub.Watch(_shared.Code, 0, CancellationToken.None).GetAsyncEnumerator();

        Assert.Equal("The presenter has stopped sharing this.", await RefusalAsync(frames));
        Assert.Equal(default, _rooms.Of(SharedStudy.Id));

        Watched? FindAndWithdraw(string code)
        {
            var found = Find(code);
            _shared.Codes.Withdraw(SharedStudy.Id);
            _rooms.Close(SharedStudy.Id);
            return found;
        }
    }

    [Fact]
    public async Task When_sharing_ends_spectators_hear_no_more_of_the_room()
    {
        await using var room = _hub.Room(_shared.Code, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await room.MoveNextAsync());
        var next = room.MoveNextAsync();

        _shared.Codes.Withdraw(SharedStudy.Id);
        _rooms.Close(SharedStudy.Id);

        Assert.False(await next);
        Assert.Equal(0, _rooms.Count);
    }

    [Fact]
    public async Task When_sharing_ends_spectators_are_told_so_and_leave()
    {
        await using var frames = Watch(_shared.Code);
        await frames.MoveNextAsync();
        var next = RefusalAsync(frames);

        _shared.Codes.Withdraw(SharedStudy.Id);
        _rooms.Close(SharedStudy.Id);

        Assert.Equal("The presenter has stopped sharing this.", await next);
        Assert.Equal(default, _rooms.Of(SharedStudy.Id));
    }

    [Fact]
    public async Task The_room_tells_how_many_watch_and_where_the_presenter_looks()
    {
        await using var frames = Watch(_shared.Code);
        await frames.MoveNextAsync();
        await using var room = _hub.Room(_shared.Code, CancellationToken.None).GetAsyncEnumerator();
        await room.MoveNextAsync();
        Assert.Equal("""{"watching":1,"view":null}""", Text(room.Current));

        _rooms.Lead(SharedStudy.Id, "presenter", new SharedView("curves", null, new Dictionary<string, SharedChart> { ["curves"] = new(true, false, [0, 5], null) }));
        await room.MoveNextAsync();

        Assert.Equal(
            """{"watching":1,"view":{"stage":"curves","trial":null,"charts":{"curves":{"isLog":true,"isLogX":false,"x":[0,5],"y":null,"isFinal":false}}}}""",
            Text(room.Current));
    }

    [Fact]
    public async Task One_connection_watches_only_so_often()
    {
        var watched = Enumerable.Range(0, LiveOptions.MaxStreamsPerConnection).Select(_ => Watch(_shared.Code)).ToList();
        foreach (var frames in watched)
            await frames.MoveNextAsync();

        await using (var oneMore = Watch(_shared.Code))
            await Assert.ThrowsAsync<HubException>(async () => await oneMore.MoveNextAsync());
        foreach (var frames in watched)
            await frames.DisposeAsync();
    }

    [Fact]
    public async Task A_comparison_is_watched_by_its_code_and_a_page_of_several_views_is_counted_once()
    {
        var comparison = await _world.FinishedAsync();
        var code = _world.Service.WatchCodes.Share(comparison.Id);
        var room = Watched.Comparison(comparison.Id).Room;
        await using (var incumbents = WatchComparison(code))
        await using (var ranks = WatchComparison(code, ComparisonWorld.Incumbent with { Plot = "Rank" }))
        {
            Assert.True(await incumbents.MoveNextAsync());
            Assert.True(await ranks.MoveNextAsync());
            Assert.Equal(comparison.Snapshot.Sequence, incumbents.Current.To);
            Assert.Equal(new Attendance(1, 0), _rooms.Of(room));
        }

        Assert.Equal(default, _rooms.Of(room));
    }

    [Fact]
    public async Task When_sharing_a_comparison_ends_spectators_are_told_so_in_every_view()
    {
        var comparison = await _world.FinishedAsync();
        var code = _world.Service.WatchCodes.Share(comparison.Id);
        await using var incumbents = WatchComparison(code);
        await using var ranks = WatchComparison(code, ComparisonWorld.Incumbent with { Plot = "Rank" });
        await incumbents.MoveNextAsync();
        await ranks.MoveNextAsync();

        _world.Service.WatchCodes.Withdraw(comparison.Id);
        _rooms.Close(Watched.Comparison(comparison.Id).Room);

        Assert.Equal("The presenter has stopped sharing this.", await RefusalAsync(incumbents));
        Assert.Equal("The presenter has stopped sharing this.", await RefusalAsync(ranks));
        Assert.Equal(0, _rooms.Count);
    }

    [Fact]
    public async Task The_code_of_a_comparison_opens_no_study_and_that_of_a_study_no_comparison()
    {
        var comparison = await _world.FinishedAsync();
        await using var study = Watch(_world.Service.WatchCodes.Share(comparison.Id));
        await using var views = WatchComparison(_shared.Code);

        Assert.StartsWith("Nothing is shared under this code.", await RefusalAsync(study), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is shared under this code.", await RefusalAsync(views), StringComparison.Ordinal);
    }

    private IAsyncEnumerator<EncodedFrame> WatchComparison(string code, ComparisonViewRequest? view = null) =>
        _hub.WatchComparison(code, view ?? ComparisonWorld.Incumbent, CancellationToken.None).GetAsyncEnumerator();

    /// <summary>The reason in the last frame of a stream, passing over beats.</summary>
    private static async Task<string> RefusalAsync(IAsyncEnumerator<EncodedFrame> frames, bool isPassing = false)
    {
        EncodedFrame? last = null;
        while (await frames.MoveNextAsync())
            last = frames.Current;
        using var json = JsonDocument.Parse(last!.Json);
        Assert.Equal("refusal", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(isPassing, json.RootElement.GetProperty("isPassing").GetBoolean());
        return json.RootElement.GetProperty("reason").GetString()!;
    }

    private static string Text(EncodedFrame frame) => System.Text.Encoding.UTF8.GetString(frame.Json.Span);
}
