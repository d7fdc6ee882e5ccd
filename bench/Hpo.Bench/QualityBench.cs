using System.Text.Json;
using Hpo.Bench.Problems;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;

namespace Hpo.Bench;

/// <summary>
/// Searches a problem with one searcher and several seeds, through the tuner with one worker, and prints one line of JSON a seed: the
/// error of each trial in order, null for one that failed. Prints why instead when the searcher refuses the space.
/// </summary>
internal static class QualityBench
{
    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var (name, objective, trials) = (options.Required("searcher"), BenchProblems.Get(options.Required("problem")), options.Whole("trials", 200));
        // a line a seed: an array of the configurations that both sides start with
        var seed = 0;
        foreach (var line in File.ReadLines(options.Required("initial")))
        {
            try
            {
                var values = Errors(name, objective, JsonSerializer.Deserialize<Configuration[]>(line)!, seed, trials);
                Console.WriteLine(JsonSerializer.Serialize(new { seed, values }));
            }
            catch (InvalidInputException exception)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { refused = exception.Message }));
                return 0;
            }

            seed++;
        }

        return 0;
    }

    private static double?[] Errors(string name, Objective objective, Configuration[] initial, int seed, int trials)
    {
        var searcher = BenchSearchers.Create(name, objective.DefaultSpace, initial, seed);
        var tuner = new HpoTuner(new BasicScheduler(searcher), objective, new TunerOptions { Seed = seed });
        tuner.Run(trials);
        return [.. tuner.Records.OrderBy(record => record.TrialId).Select(record => record.Error)];
    }
}
