using Hpo.Dashboard.Live;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Tests.Live;

public sealed class StudyHubTests : IDisposable
{
    private readonly ScriptedSource _source = new();
    private readonly StudyHub _hub;

    public StudyHubTests()
    {
        var study = new ScriptedStudy();
        study.Publish(StudyScript.Draw(1, trials: 2));
        _source.Studies["known"] = study;
        _hub = new StudyHub(new StudyBroadcasts(_source, new LiveOptions(), TimeProvider.System)) { Context = new OneConnection() };
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
}
