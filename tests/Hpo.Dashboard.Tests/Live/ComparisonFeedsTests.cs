using Hpo.Dashboard.Live;

namespace Hpo.Dashboard.Tests.Live;

public sealed class ComparisonFeedsTests : IDisposable
{
    private readonly ComparisonWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task News_within_a_tick_wait_for_its_end_whoever_asks()
    {
        var comparison = await _world.FinishedAsync();
        var feeds = new ComparisonFeeds(
            new ComparisonServiceSource(_world.Service), new LiveOptions { ComparisonTick = TimeSpan.FromHours(1) }, TimeProvider.System);
        var view = feeds.ViewOf(comparison.Id, ComparisonWorld.Incumbent);
        using var leave = new CancellationTokenSource();
        await using var first = feeds.WatchAsync(comparison.Id, view, leave.Token).GetAsyncEnumerator();
        await first.MoveNextAsync();
        var frame = first.Current;
        _world.Service.Rename(comparison.Id, "news");
        var next = first.MoveNextAsync();

        await using var second = feeds.WatchAsync(comparison.Id, view).GetAsyncEnumerator();
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
        var view = _world.Feeds.ViewOf(comparison.Id, ComparisonWorld.Incumbent);
        var done = new List<int>();
        await foreach (var frame in _world.Feeds.WatchAsync(comparison.Id, view))
        {
            var read = ComparisonWorld.Read(frame);
            done.Add(read.GetProperty("done").GetInt32());
            if (read.GetProperty("state").GetString() == "ended")
                break;
        }

        Assert.Equal(400, done[^1]);
        Assert.Equal(done.Order(), done);
    }
}
