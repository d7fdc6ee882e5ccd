using System.Collections.Concurrent;
using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Invariant 9: trials run on threads of their own, below normal priority.</summary>
public class WorkerTests
{
    [Fact]
    public void Trials_run_on_threads_of_their_own_below_normal_priority()
    {
        var threads = new ConcurrentBag<(bool IsPool, ThreadPriority Priority, bool IsBackground)>();
        var objective = new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ =>
        {
            threads.Add((Thread.CurrentThread.IsThreadPoolThread, Thread.CurrentThread.Priority, Thread.CurrentThread.IsBackground));
            return 0.5;
        });
        var run = TunerRun.Start(new ScriptedScheduler(), objective, 20, new TunerOptions { Workers = 4 });
        run.Finish();
        Assert.Equal(20, threads.Count);
        Assert.All(threads, thread => Assert.Equal((false, ThreadPriority.BelowNormal, true), thread));
    }

    [Fact]
    public void On_Linux_the_kernel_knows_of_the_lower_priority_too_and_so_do_threads_that_a_trial_starts()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var ofTrial = 0;
        var ofItsThread = 0;
        var objective = new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ =>
        {
            ofTrial = Nice();
            var thread = new Thread(() => ofItsThread = Nice());
            thread.Start();
            thread.Join();
            return 0.5;
        });
        TunerRun.Start(new ScriptedScheduler(), objective, 1).Finish();
        Assert.Equal((BackgroundPriority.Nice, BackgroundPriority.Nice), (ofTrial, ofItsThread));

        // proc(5): the 19th field of stat; the name, the second, may hold spaces and ends with the last parenthesis
        static int Nice()
        {
            var stat = File.ReadAllText("/proc/thread-self/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public void As_many_trials_as_there_are_workers_run_at_the_same_time()
    {
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(new ScriptedScheduler(), objective, 20, new TunerOptions { Workers = 5 });
        for (var trial = 0; trial < 5; trial++)
            objective.AwaitAsking(trial);
        Assert.Equal([0, 1, 2, 3, 4], run.Events.Of<TrialStarted>().Select(start => start.Worker).Order());
        run.Tuner.Cancel();
        run.Finish();
    }

    [Fact]
    public void There_are_no_more_workers_than_trials()
    {
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(new ScriptedScheduler(), objective, 2, new TunerOptions { Workers = int.MaxValue });
        objective.Answer(0, 0.5);
        objective.Answer(1, 0.5);
        run.Finish();
        Assert.All(run.Events.Of<TrialStarted>(), start => Assert.InRange(start.Worker, 0, 1));
    }
}
