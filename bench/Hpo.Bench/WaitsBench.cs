using System.Collections.Concurrent;
using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;

namespace Hpo.Bench;

/// <summary>
/// How long a trial waits between two epochs until its report is taken in, while a Gaussian process of many trials makes suggestions. Prints one line of JSON:
/// the longest wait and the median, in milliseconds, and how many waits there were.
/// </summary>
internal static class WaitsBench
{
    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        int known = options.Whole("known", 490), trials = options.Whole("trials", 40), workers = options.Whole("workers", 8);
        var objective = new WatchedObjective(TimeSpan.FromMilliseconds(options.Whole("epoch", 10)));
        var searcher = new GpSearcher(objective.DefaultSpace, seed: 1);
        for (var i = 0; i < known; i++)
        {
            var configuration = objective.DefaultSpace.Sample(Engine.Randomness.RandomStream.Derive(7, i, "known"));
            searcher.Observe(configuration, OverheadBench.ChapterError(configuration), objective.DefaultMaxEpochs);
        }

        new HpoTuner(new BasicScheduler(searcher), objective, new TunerOptions { Workers = workers }).Run(trials);
        double[] waits = [.. objective.Waits];
        Console.WriteLine(JsonSerializer.Serialize(new { longest = waits.Max(), median = OverheadBench.Median(waits), waits = waits.Length }));
        return 0;
    }

    /// <summary>Its epochs only take time; it notes how long passes between one and the next.</summary>
    private sealed class WatchedObjective(TimeSpan epochTime) : Objective
    {
        public ConcurrentBag<double> Waits { get; } = [];

        public override string Name => "a watched objective";

        public override ConfigSpace DefaultSpace { get; } = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

        public override Configuration DefaultConfiguration { get; } = new(("learning_rate", 0.1), ("batch_size", 128));

        public override int DefaultMaxEpochs => 50;

        public override IEvaluation Start(EvaluationRequest request) => new Evaluation(this, request, epochTime);
    }

    private sealed class Evaluation(WatchedObjective objective, EvaluationRequest request, TimeSpan epochTime) : IEvaluation
    {
        private long _ended;

        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            if (Epoch > 0)
                objective.Waits.Add(TimeProvider.System.GetElapsedTime(_ended).TotalMilliseconds);
            cancellationToken.WaitHandle.WaitOne(epochTime);
            Epoch++;
            var error = OverheadBench.ChapterError(request.Configuration) + (1.0 / Epoch);
            _ended = TimeProvider.System.GetTimestamp();
            return error;
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
