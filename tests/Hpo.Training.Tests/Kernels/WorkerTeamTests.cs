using System.Collections.Concurrent;
using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Every_item_is_worked_on_once_job_after_job(int threads)
    {
        using var team = new WorkerTeam(threads);
        for (var job = 0; job < 200; job++)
        {
            var counts = new int[17];
            team.Run(counts.Length, item => Interlocked.Increment(ref counts[item]));
            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Fact]
    public void Helpers_run_below_normal_priority_on_threads_of_their_own()
    {
        using var team = new WorkerTeam(3);
        var helpers = new ConcurrentDictionary<Thread, bool>();
        using var everybody = new Barrier(3);
        team.Run(3, _ =>
        {
            everybody.SignalAndWait();
            if (Thread.CurrentThread.Name is { } name && name.StartsWith("Training helper", StringComparison.Ordinal))
                helpers[Thread.CurrentThread] = !Thread.CurrentThread.IsThreadPoolThread && Thread.CurrentThread.Priority == ThreadPriority.BelowNormal;
        });
        Assert.Equal(2, helpers.Count);
        Assert.All(helpers.Values, Assert.True);
    }

    [Fact]
    public void An_exception_of_a_job_reaches_the_caller_and_the_team_goes_on()
    {
        using var team = new WorkerTeam(2);
        var error = Assert.Throws<InvalidOperationException>(() => team.Run(50, item =>
        {
            if (item == 7)
                throw new InvalidOperationException("seven");
        }));
        Assert.Equal("seven", error.Message);
        var sum = 0;
        team.Run(10, item => Interlocked.Add(ref sum, item));
        Assert.Equal(45, sum);
    }

    [Fact]
    public void A_team_that_was_disposed_of_refuses_work()
    {
        var team = new WorkerTeam(2);
        team.Dispose();
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.Run(1, _ => { }));
    }
}
