namespace Hpo.Studies.Tests;

public sealed class GuardedWorkTests : IDisposable
{
    private readonly KeptLogs _logs = new();
    private readonly GuardedWork _work;

    public GuardedWorkTests() => _work = new GuardedWork(_logs);

    public void Dispose() => _logs.Dispose();

    [Fact]
    public void A_thread_that_throws_ends_nothing_else_and_its_fault_is_told_with_its_stack()
    {
        var thread = _work.NewThread("a thread", "nothing is lost", Throw);
        thread.Start();
        thread.Join();

        var line = Assert.Single(_logs.Lines);
        Assert.StartsWith("Error: A fault in a thread: nothing is lost System.InvalidOperationException: broken", line, StringComparison.Ordinal);
        Assert.Contains($"at {typeof(GuardedWorkTests).FullName}.{nameof(Throw)}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_that_throws_goes_on()
    {
        var twice = new TaskCompletionSource();
        var calls = 0;
        using var timer = _work.NewTimer(TimeProvider.System, "a timer", "it goes on", () =>
        {
            if (Interlocked.Increment(ref calls) == 2)
                twice.SetResult();
            Throw();
        }, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        await twice.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await _logs.With("A fault in a timer: it goes on");
    }

    [Fact]
    public async Task A_timer_of_asynchronous_work_that_throws_goes_on_too_and_what_is_not_wanted_any_more_is_no_fault()
    {
        var thrice = new TaskCompletionSource();
        var calls = 0;
        using var timer = _work.NewTimer(TimeProvider.System, "a refresh", "it goes on", async () =>
        {
            var call = Interlocked.Increment(ref calls);
            if (call == 3)
                thrice.SetResult();
            await Task.Yield();
            if (call == 1)
                ObjectDisposedException.ThrowIf(true, this);
            Throw();
        }, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        await thrice.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await _logs.With("A fault in a refresh: it goes on");
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(nameof(ObjectDisposedException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_that_nobody_waits_for_are_never_faulted()
    {
        await _work.StartLong("a long task", "it is done later", Throw);
        await _work.StartAsync("a task", "somebody else does it", () => Task.FromException(new InvalidOperationException("broken")));
        await _work.StartAsync("one that is not wanted any more", "", () => Task.FromCanceled(new CancellationToken(canceled: true)));

        Assert.Equal(2, _logs.Lines.Count);
    }

    [Fact]
    public void A_fault_that_stays_is_told_once_and_so_is_its_end()
    {
        for (var i = 0; i < 3; i++)
            Assert.False(_work.DoAgain("looking", "it looks again", Throw));
        Assert.True(_work.DoAgain("looking", "it looks again", () => { }));
        Assert.True(_work.DoAgain("looking", "it looks again", () => { }));
        Assert.False(_work.DoAgain("looking", "it looks again", Throw));

        Assert.Equal(
            ["Error: A fault in looking: it looks again", "Information: All is well again in looking", "Error: A fault in looking: it looks again"],
            _logs.Lines.Select(line => line.Split(" System.")[0]));
    }

    private static void Throw() => throw new InvalidOperationException("broken");
}
