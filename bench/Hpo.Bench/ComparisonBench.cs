using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Bench;

/// <summary>
/// What the chapter's figure costs from the press of Start to the last durable result: random search against a Gaussian process, 50 trials each, in
/// simulated time on synthetic learning curves, on all cores. Prints one line of JSON for each number of repetitions: seconds, simulated trials a
/// second, and the memory kept, in bytes a result.
/// </summary>
internal static class ComparisonBench
{
    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var trials = options.Whole("trials", 50);
        string[] methods = options.Text("methods", "random,gp").Split(',');
        var folder = Directory.CreateTempSubdirectory("hpo-comparison-").FullName;
        try
        {
            var catalog = new StudyCatalog([new ObjectiveEntry("curves", "Curves", "Synthetic.", _ => new SyntheticCurve()) { CreateSimulated = () => new SyntheticCurve() }]);
            using var service = new ComparisonService(folder, catalog);
            foreach (var repetitions in (int[])[10, 50, 200])
                Console.WriteLine(JsonSerializer.Serialize(Measure(service, methods, trials, repetitions)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static object Measure(ComparisonService service, string[] methods, int trials, int repetitions)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = TimeProvider.System.GetTimestamp();
        var comparison = service.Start(new ComparisonDefinition
        {
            Name = $"{repetitions} repetitions",
            Objectives = ["curves"],
            Methods = [.. methods.Select(method => new MethodDefinition(method, new(method), new("fifo")))],
            Repetitions = repetitions,
            Budget = new(Trials: trials),
        });
        for (var version = 0L; comparison.Snapshot.Status != ComparisonStatus.Ended; version = comparison.Version)
            comparison.WaitForChangeAsync(version).GetAwaiter().GetResult();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var results = comparison.Snapshot.Results;
        if (comparison.Snapshot.Outcome != ComparisonOutcome.Finished)
            throw new InvalidOperationException(comparison.Snapshot.OutcomeReason);
        return new
        {
            repetitions,
            seconds = Math.Round(seconds, 3),
            trialsPerSecond = Math.Round(results.Sum(result => result.EndTrials) / seconds),
            keptBytesPerResult = kept / results.Count,
        };
    }
}
