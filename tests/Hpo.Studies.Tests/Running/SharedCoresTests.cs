using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

public sealed class SharedCoresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_workers_divide_the_cores_and_every_trial_has_one()
    {
        var made = new List<int>();
        var cores = new SharedCores(threads => Note(threads, made), cores: 8, workers: 2);
        var two = cores.Objective;
        Assert.Same(two, cores.Objective);
        cores.Workers = 3;
        Assert.NotSame(two, cores.Objective);
        cores.Workers = 20;
        _ = cores.Objective;
        cores.Workers = 2;
        Assert.Same(two, cores.Objective);
        Assert.Equal([4, 2, 1], made);
    }

    [Fact]
    public async Task Trials_that_run_have_fewer_threads_as_soon_as_there_are_more_workers()
    {
        var threads = new HashSet<int>();
        var gates = new Gates();
        var catalog = new StudyCatalog([new ObjectiveEntry("function", "A function", "For tests.", count => new CountedThreads(count, threads, gates))]);
        using var service = new StudyService(_folder.Path, catalog);
        var study = service.Start(Definition with { MaxEpochs = 3, Stop = new(Trials: 1) });
        await gates.FirstEpoch.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(service.Send(study.Id, new SetWorkers(Environment.ProcessorCount)).IsDone);
        gates.GoOn.SetResult();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
        Assert.Equal([.. new SortedSet<int> { 1, Environment.ProcessorCount }], threads.Order());
        Assert.Equal([1, 2, 3], study.Snapshot.Trials[0].Curve.Select(point => point.Epoch));
    }

    private static SyntheticCurve Note(int threads, List<int> made)
    {
        made.Add(threads);
        return new SyntheticCurve();
    }

    private sealed record Gates
    {
        public TaskCompletionSource FirstEpoch { get; } = new();

        public TaskCompletionSource GoOn { get; } = new();
    }

    /// <summary>Notes with how many threads its epochs are computed.</summary>
    private sealed class CountedThreads(int count, HashSet<int> threads, Gates gates) : Objective
    {
        public override string Name => "counted threads";

        public override ConfigSpace DefaultSpace => Samples.Space;

        public override Configuration DefaultConfiguration => Initial;

        public override int DefaultMaxEpochs => 3;

        public override bool HasCheckpoints => true;

        public override IEvaluation Start(EvaluationRequest request) => new Evaluation(this, request.Checkpoint?[0] ?? 0);

        private double Run(int epoch)
        {
            lock (threads)
                threads.Add(count);
            gates.FirstEpoch.TrySetResult();
            gates.GoOn.Task.Wait();
            return 1.0 / epoch;
        }

        private sealed class Evaluation(CountedThreads objective, int epoch) : IEvaluation
        {
            public int Epoch { get; private set; } = epoch;

            public double RunEpoch(CancellationToken cancellationToken) => objective.Run(++Epoch);

            public byte[] SaveCheckpoint() => [(byte)Epoch];

            public void Dispose()
            {
            }
        }
    }
}
