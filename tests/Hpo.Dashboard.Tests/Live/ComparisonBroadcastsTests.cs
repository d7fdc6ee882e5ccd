using Hpo.Dashboard.Live;

namespace Hpo.Dashboard.Tests.Live;

public sealed class ComparisonBroadcastsTests : IDisposable
{
    private static readonly string[] Plots = ["Incumbent", "Rank", "Wins"];

    private readonly ComparisonWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task News_within_a_tick_wait_for_its_end_whoever_asks()
    {
        var comparison = await _world.FinishedAsync();
        var broadcasts = new ComparisonBroadcasts(
            new ComparisonServiceSource(_world.Service), new LiveOptions { ComparisonTick = TimeSpan.FromHours(1) }, TimeProvider.System);
        var view = broadcasts.ViewOf(comparison.Id, ComparisonWorld.Incumbent);
        using var leave = new CancellationTokenSource();
        await using var first = broadcasts.WatchAsync(comparison.Id, view, leave.Token).GetAsyncEnumerator();
        await first.MoveNextAsync();
        var frame = first.Current;
        _world.Service.Rename(comparison.Id, "news");
        var next = first.MoveNextAsync();

        await using var second = broadcasts.WatchAsync(comparison.Id, view).GetAsyncEnumerator();
        await second.MoveNextAsync();
        var (isSame, hasCome) = (ReferenceEquals(frame, second.Current), next.IsCompleted);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(isSame);
        Assert.False(hasCome);
    }

    [Fact]
    public async Task A_running_comparison_is_told_until_it_has_ended()
    {
        var comparison = _world.Service.Start(ComparisonWorld.Definition with { Repetitions = 100 });
        var view = _world.Broadcasts.ViewOf(comparison.Id, ComparisonWorld.Incumbent);
        var done = new List<int>();
        await foreach (var frame in _world.Broadcasts.WatchAsync(comparison.Id, view))
        {
            var read = ComparisonWorld.Read(frame);
            done.Add(read.GetProperty("done").GetInt32());
            if (read.GetProperty("state").GetString() == "ended")
                break;
        }

        Assert.Equal(400, done[^1]);
        Assert.Equal(done.Order(), done);
    }

    [Fact]
    public async Task All_views_of_a_comparison_share_one_broadcast_from_the_first_viewer_to_the_last()
    {
        var comparison = await _world.FinishedAsync();
        var viewers = Plots.Select(plot => _world.Broadcasts.WatchAsync(
            comparison.Id, _world.Broadcasts.ViewOf(comparison.Id, ComparisonWorld.Incumbent with { Objective = null, Plot = plot })).GetAsyncEnumerator()).ToList();
        foreach (var viewer in viewers)
        {
            Assert.True(await viewer.MoveNextAsync());
            Assert.Equal(1, _world.Broadcasts.Count);
        }

        foreach (var viewer in viewers)
            await viewer.DisposeAsync();
        Assert.Equal(0, _world.Broadcasts.Count);
    }

    [Fact]
    public async Task The_viewers_of_a_comparison_that_is_deleted_are_told_so()
    {
        var comparison = await _world.FinishedAsync();
        var broadcasts = new ComparisonBroadcasts(
            new ComparisonServiceSource(_world.Service), new LiveOptions { IdleBeat = TimeSpan.FromMilliseconds(5), ComparisonTick = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
        var view = broadcasts.ViewOf(comparison.Id, ComparisonWorld.Incumbent);
        await using var frames = broadcasts.WatchAsync(comparison.Id, view).GetAsyncEnumerator();
        await frames.MoveNextAsync();
        _world.Service.Delete(comparison.Id);
        await Assert.ThrowsAsync<ComparisonNotFoundException>(async () =>
        {
            while (await frames.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)))
            {
            }
        });
    }
}
