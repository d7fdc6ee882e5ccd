using System.Globalization;
using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Bench;

/// <summary>
/// What a searcher costs, in memory: one suggestion and one update, as the tuner calls for them. Prints one line of JSON: for each
/// number of trials asked for the median over the trials around it, in milliseconds.
/// </summary>
internal static class OverheadBench
{
    private static readonly ConfigSpace ChapterSpace = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var name = options.Required("searcher");
        var counts = options.Text("counts", "100,1000,5000").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        int window = options.Whole("window", 50), dimensions = options.Whole("dimensions", 0);
        var levy = dimensions > 0 ? new Levy(dimensions) : null;
        var space = levy?.DefaultSpace ?? ChapterSpace;
        Func<Configuration, double> error = levy is null ? ChapterError : levy.ValueAt;
        WarmUp(() => Measure(name, space, error, seed: 1, trials: counts.Min()));
        var milliseconds = Measure(name, space, error, seed: 0, counts.Max() + (window / 2));
        Console.WriteLine(JsonSerializer.Serialize(counts.ToDictionary(
            count => count.ToString(CultureInfo.InvariantCulture),
            count => Median(milliseconds.AsSpan(count - (window / 2), window)))));
        return 0;
    }

    /// <summary>
    /// Runs the code for so long that the runtime has compiled it for speed: in a study that is over after the first trials, because the runtime
    /// compiles in the background while they are evaluated.
    /// </summary>
    private static void WarmUp(Action run)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < WarmUpTime)
            run();
    }

    private static Decision.Start Start(Decision decision) => decision is Decision.Propose propose ? propose.Done() : (Decision.Start)decision;

    internal static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A bowl around learning_rate 0.1 and batch_size 64; optuna_overhead.py has the same.</summary>
    internal static double ChapterError(Configuration configuration)
    {
        double rate = Math.Log10(configuration["learning_rate"].AsReal()) + 1, size = Math.Log2(configuration["batch_size"].AsInteger()) - 6;
        return (rate * rate) + (0.1 * size * size);
    }

    private static double[] Measure(string name, ConfigSpace space, Func<Configuration, double> function, long seed, int trials)
    {
        var scheduler = new BasicScheduler(BenchSearchers.Create(name, space, null, seed));
        var milliseconds = new double[trials];
        for (var trial = 0; trial < trials; trial++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var configuration = Start(scheduler.Suggest(trial)).Configuration;
            scheduler.OnTrialStarted(trial, configuration);
            var suggested = TimeProvider.System.GetElapsedTime(start);
            var error = function(configuration);
            start = TimeProvider.System.GetTimestamp();
            scheduler.Update(configuration, error, new TrialInfo(trial, 1, 1, suggested));
            milliseconds[trial] = (suggested + TimeProvider.System.GetElapsedTime(start)).TotalMilliseconds;
        }

        return milliseconds;
    }
}
