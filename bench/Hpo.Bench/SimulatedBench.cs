using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tuning;

namespace Hpo.Bench;

/// <summary>
/// How many trials of random search are simulated in a second: searcher, FIFO scheduler, tuner, bookkeeping, and all events kept in memory. Prints a
/// table in Markdown: one simulation after the other on one core, and one such row of simulations on each core.
/// </summary>
internal static class SimulatedBench
{
    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var trials = options.Whole("trials", 200);
        var time = TimeSpan.FromSeconds(options.Real("seconds", 5));
        Console.WriteLine($"Random search, {trials} trials a study, {Environment.ProcessorCount} cores");
        Console.WriteLine();
        Console.WriteLine("| objective | simulations at once | trials a second | epochs a second | bytes a trial |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var objective in new Objective[] { new Branin(), new SyntheticCurve() })
        {
            Measure(objective, trials, 1, TimeSpan.FromSeconds(2));
            foreach (var cores in new[] { 1, Environment.ProcessorCount })
            {
                var (rate, bytes) = Measure(objective, trials, cores, time);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {objective.Name}, {Epochs(objective.DefaultMaxEpochs)} | {cores} | {rate:N0} | {rate * objective.DefaultMaxEpochs:N0} | {bytes:N0} |"));
            }
        }

        return 0;
    }

    private static string Epochs(int count) => count == 1 ? "1 epoch" : $"{count} epochs";

    /// <summary>Simulates on as many threads for a time.</summary>
    private static (double TrialsPerSecond, double BytesPerTrial) Measure(Objective objective, int trials, int cores, TimeSpan time)
    {
        var counts = new int[cores];
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = TimeProvider.System.GetTimestamp();
        var threads = counts.Select((_, core) => new Thread(() =>
        {
            for (var study = 0; TimeProvider.System.GetElapsedTime(start) < time; study++)
            {
                Simulate(objective, trials, (1000L * core) + study);
                counts[core] += trials;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        double total = counts.Sum();
        return (total / seconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / total);
    }

    private static void Simulate(Objective objective, int trials, long seed)
    {
        var events = new List<StudyEvent>();
        var searcher = new RandomSearcher(objective.DefaultSpace, objective.DefaultConfiguration, seed);
        var tuner = new SimulatedTuner(new BasicScheduler(searcher), objective, new SimulationOptions { Seed = seed }, events.Add);
        tuner.Run(trials);
        if (tuner.Records.Count != trials)
            throw new InvalidOperationException("Not all trials were run.");
    }
}
