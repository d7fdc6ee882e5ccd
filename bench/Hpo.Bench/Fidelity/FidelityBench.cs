using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Training.Data;
using Hpo.Training.Objectives;

namespace Hpo.Bench.Fidelity;

/// <summary>
/// How many epochs schedulers that stop or pause early need to reach the final error of random search, over paired seeds: all methods are given the
/// same configurations in the same order. Prints a table (Markdown).
/// </summary>
internal static class FidelityBench
{
    private static readonly (string Name, Func<HpoSearcher, int, HpoScheduler> Create)[] Methods =
    [
        ("ASHA, promotion", (searcher, maxEpochs) => new AshaPromotionScheduler(searcher, maxEpochs)),
        ("ASHA, stopping", (searcher, maxEpochs) => new AshaStoppingScheduler(searcher, maxEpochs)),
        ("Hyperband", (searcher, maxEpochs) => new HyperbandScheduler(searcher, maxEpochs)),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var isLeNet = args.Contains("--lenet");
        var options = args.Where(arg => arg != "--lenet").Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        int seeds = options.GetValueOrDefault("seeds", 10), trials = options.GetValueOrDefault("trials", isLeNet ? 20 : 27);
        int maxEpochs = options.GetValueOrDefault("epochs", isLeNet ? 9 : 27), images = options.GetValueOrDefault("images", 6000);
        Objective objective = isLeNet ? await LeNetAsync(images).ConfigureAwait(false) : new SyntheticCurve();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{objective.Name}{(isLeNet ? $", {images} training images" : "")}: {seeds} seeds, random search with {trials} trials of {maxEpochs} epochs"));
        Console.WriteLine();
        var rows = new List<FidelityRow>();
        for (var seed = 0; seed < seeds; seed++)
            rows.Add(RunSeed(objective, maxEpochs, trials, seed));
        FidelityTable.Print(Methods.Select(method => method.Name), rows);
        return 0;
    }

    private static FidelityRow RunSeed(Objective objective, int maxEpochs, int trials, long seed)
    {
        var start = TimeProvider.System.GetTimestamp();
        var curves = new SharedCurves(objective);
        var (epochs, error) = FidelityStudy.RunAll(curves, maxEpochs, trials, seed);
        var needed = Methods
            .Select(method => FidelityStudy.RunUntil(curves, searcher => method.Create(searcher, maxEpochs), maxEpochs, seed, error, epochs))
            .ToList();
        // where it stands, for one who waits
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}: {curves.Computed} epochs computed in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s"));
        return new FidelityRow(seed, epochs, error, needed);
    }

    private static async Task<Objective> LeNetAsync(int images)
    {
        var data = await FashionMnist.LoadAsync().ConfigureAwait(false);
        return new LeNetObjective(data with { Training = data.Training.Take(images), Validation = data.Validation.Take(Math.Min(images, data.Validation.Count)) });
    }
}
