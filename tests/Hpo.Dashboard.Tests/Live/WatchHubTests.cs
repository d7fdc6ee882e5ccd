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
    private readonly StudyBroadcasts _broadcasts;
    private readonly WatchHub _hub;

    public WatchHubTests()
    {
        var source = new ScriptedSource();
        _study.Publish(StudyScript.Draw(1, trials: 2));
        source.Studies[SharedStudy.Id] = _study;
        _broadcasts = new StudyBroadcasts(source, new LiveOptions(), TimeProvider.System);
        _hub = new WatchHub(_broadcasts, _rooms, new WatchDoor(_shared.Codes, _guesses)) { Context = new OneConnection() };
    }

    public void Dispose()
    {
        _hub.Dispose();
        _guesses.Dispose();
        _shared.Dispose();
    }

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
            Assert.StartsWith("No study is shared under this code.", await RefusalAsync(frames), StringComparison.Ordinal);
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
        using var hub = new WatchHub(_broadcasts, _rooms, door) { Context = new OneConnection() };
        await using var frames = hub.Watch(_shared.Code, 0, CancellationToken.None).GetAsyncEnumerator();

        Assert.Equal("The presenter has stopped sharing this study.", await RefusalAsync(frames));
        Assert.Equal(default, _rooms.Of(SharedStudy.Id));

        string? FindAndWithdraw(string code)
        {
            var found = _shared.Codes.Find(code);
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

        Assert.Equal("The presenter has stopped sharing this study.", await next);
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
