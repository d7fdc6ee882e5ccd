using System.Collections.Concurrent;
using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Tuning;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Objectives;
using Hpo.Training.Torch.Tests.Objectives;
using TorchSharp;

namespace Hpo.Training.Torch.Tests.Tuning;

/// <summary>What a training leaves to others: memory and cores.</summary>
public sealed class SharedMachineTests
{
    public SharedMachineTests() => TorchLibrary.Load();

    [Fact]
    public void A_trial_leaves_no_tensor_behind_and_an_epoch_adds_none() => OnThreadOfItsOwn(() =>
    {
        var objective = NormalizedNetwork.Create(training: 64);
        Run(objective, epochs: 1, out _);
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        var before = statistics.ThreadTotalLiveCount;
        var during = new List<long>();
        for (var trial = 0; trial < 20; trial++)
        {
            Run(objective, epochs: 5, out var live);
            during.AddRange(live);
        }

        // some hundred tensors were made for each epoch
        Assert.Single(during.Distinct());
        Assert.InRange(during[0], before + 1, before + 100);
        Assert.Equal(before, statistics.ThreadTotalLiveCount);
    });

    [Fact]
    public void Our_own_networks_leave_none_either() => OnThreadOfItsOwn(() =>
    {
        var data = FakeFashionMnist.InMemory(training: 260, validation: 20);
        foreach (var objective in new ModuleObjective[] { new TorchLeNetObjective(data, threadsPerTrial: 1), new TorchDropoutMlpObjective(data, threadsPerTrial: 1) })
        {
            Run(objective, epochs: 1, out _);
            var before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
            Run(objective, epochs: 3, out var live);
            Assert.Single(live.Distinct());
            Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        }
    });

    [Fact]
    public void The_threads_that_libtorch_starts_for_a_trial_are_behind_those_that_answer_people()
    {
        const string name = "torch trial";
        var nices = new ConcurrentBag<int>();
        var thread = new Thread(() =>
        {
            BackgroundPriority.Enter();
            Run(new TorchLeNetObjective(FakeFashionMnist.InMemory(), threadsPerTrial: 3), epochs: 1, out _);
            foreach (var nice in NiceValues(name))
                nices.Add(nice);
        })
        { Name = name };
        thread.Start();
        thread.Join();

        // they have the name of the thread that started them: itself and two helpers
        Assert.Equal([BackgroundPriority.Nice, BackgroundPriority.Nice, BackgroundPriority.Nice], nices);
    }

    private static void Run(Objective objective, int epochs, out List<long> live)
    {
        live = [];
        using var evaluation = objective.Start(new(0, objective.DefaultConfiguration, Seed: 1, MaxEpochs: epochs));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            evaluation.RunEpoch(CancellationToken.None);
            live.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        }

        using var resumed = objective.Start(new(0, objective.DefaultConfiguration, Seed: 1, MaxEpochs: epochs, evaluation.SaveCheckpoint()));
        resumed.RunEpoch(CancellationToken.None);
    }

    /// <summary>The statistics are a thread's own.</summary>
    private static void OnThreadOfItsOwn(Action work) => BackgroundPriority.Run(work);

    /// <summary>The nice values of all threads of this process that have a name.</summary>
    private static IEnumerable<int> NiceValues(string name) =>
        from task in Directory.GetDirectories("/proc/self/task")
        let status = File.ReadAllText(Path.Combine(task, "stat"))
        let end = status.LastIndexOf(')')
        where status[(status.IndexOf('(', StringComparison.Ordinal) + 1)..end] == name
        select int.Parse(status[(end + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
}
