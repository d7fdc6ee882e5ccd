using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Tests.Live;

public sealed class StudyHubTests : IDisposable
{
    private readonly ScriptedSource _source = new();
    private readonly WatchRooms _rooms = new(new LiveOptions(), TimeProvider.System);
    private readonly StudyHub _hub;

    public StudyHubTests()
    {
        var study = new ScriptedStudy();
        study.Publish(StudyScript.Draw(1, trials: 2));
        _source.Studies["known"] = study;
        var broadcasts = new StudyBroadcasts(_source, new LiveOptions(), TimeProvider.System);
        _hub = new StudyHub(broadcasts, _rooms, _source, new CurrentVisitor()) { Context = new OneConnection() };
    }

    public void Dispose() => _hub.Dispose();

    private IAsyncEnumerator<EncodedFrame> Watch(string id, long after = 0) => _hub.Watch(id, after, CancellationToken.None).GetAsyncEnumerator();

    [Fact]
    public async Task The_first_frame_comes_at_once()
    {
        await using var frames = Watch("known");

        Assert.True(await frames.MoveNextAsync());
        Assert.Equal(_source.Studies["known"].Snapshot.Sequence, frames.Current.To);
    }

    [Theory]
    [InlineData("unknown", 0, "There is no study unknown.")]
    [InlineData("", 0, "A study's id has 1 to 64 characters.")]
    [InlineData(null, 0, "A study's id has 1 to 64 characters.")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789", 0, "A study's id has 1 to 64 characters.")]
    [InlineData("known", -1, "A sequence number is 0 or larger.")]
    public async Task What_cannot_be_watched_is_refused_with_a_reason(string? id, long after, string reason)
    {
        await using var frames = Watch(id!, after);

        var refusal = await Assert.ThrowsAsync<HubException>(async () => await frames.MoveNextAsync());
        Assert.Equal(reason, refusal.Message);
    }

    [Fact]
    public async Task One_connection_watches_only_so_many_studies_and_a_place_becomes_free_again()
    {
        var watched = Enumerable.Range(0, LiveOptions.MaxStreamsPerConnection).Select(_ => Watch("known")).ToList();
        foreach (var frames in watched)
            await frames.MoveNextAsync();

        await using (var oneMore = Watch("known"))
            await Assert.ThrowsAsync<HubException>(async () => await oneMore.MoveNextAsync());

        await watched[0].DisposeAsync();
        await using (var another = Watch("known"))
            Assert.True(await another.MoveNextAsync());
        foreach (var frames in watched)
            await frames.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_counted_as_long_as_it_watches()
    {
        await using (var frames = Watch("known"))
        {
            await frames.MoveNextAsync();
            Assert.Equal(new Attendance(0, 1), _rooms.Of("known"));
        }

        Assert.Equal(default, _rooms.Of("known"));
    }

    [Fact]
    public async Task The_owner_leads_until_the_connection_ends()
    {
        await using var frames = Watch("known");
        await frames.MoveNextAsync();
        await using var told = _rooms.FollowAsync("known").GetAsyncEnumerator();
        await told.MoveNextAsync();

        _hub.Lead("known", new SharedView("curves", 3, null));
        await told.MoveNextAsync();
        Assert.Equal(new SharedView("curves", 3, null), told.Current.View);

        await _hub.OnDisconnectedAsync(null);
        await told.MoveNextAsync();
        Assert.Null(told.Current.View);
    }

    [Fact]
    public async Task Who_leaves_hears_no_more_on_a_page_that_is_still_open()
    {
        using var folder = new TemporaryFolder();
        var signedOut = new SignedOut(folder.Path, TimeProvider.System);
        var visitor = new CurrentVisitor(Visitor.Nobody, canLeave: true, signedOut);
        visitor.Enter(VisitorClaims.Of("session", VisitorRole.Viewer, "", "test"));
        var broadcasts = new StudyBroadcasts(_source, new LiveOptions(), TimeProvider.System);
        using var hub = new StudyHub(broadcasts, _rooms, _source, visitor) { Context = new OneConnection() };
        await using var frames = hub.Watch("known", 0, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await frames.MoveNextAsync());

        signedOut.Add("session");

        await Assert.ThrowsAsync<HubException>(async () =>
        {
            while (await frames.MoveNextAsync())
            {
                // what was on its way
            }
        });
        Assert.Equal(default, _rooms.Of("known"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(null)]
    public void A_study_that_is_not_there_is_not_led(string? id) => Assert.Throws<HubException>(() => _hub.Lead(id!, null));

    [Fact]
    public void A_view_that_no_page_of_ours_sends_is_refused()
    {
        SharedView[] forged =
        [
            new("<b>", null, null),
            new(null, -1, null),
            new(null, null, Charts("nosuch", new(false, false, null, null))),
            new(null, null, Charts("curves", new(false, false, [0, double.PositiveInfinity], null))),
            new(null, null, Charts("curves", new(false, false, null, [double.NaN, 1]))),
            new(null, null, Charts("curves", new(false, false, [1, 2, 3], null))),
            new(null, null, Charts("curves", null!)),
        ];

        Assert.All(forged, view => Assert.Throws<HubException>(() => _hub.Lead("known", view)));
        _hub.Lead("known", new(null, null, Charts("curves", new(true, false, [0, 1], [1e-3, 1e-1]))));
    }

    private static Dictionary<string, SharedChart> Charts(string name, SharedChart chart) => new() { [name] = chart };
}
