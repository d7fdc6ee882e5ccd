using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Objectives;

namespace Hpo.Bench.Fidelity;

/// <summary>
/// How many epochs schedulers that stop or pause early need to reach the final error of random search, over paired seeds: all methods are given the
/// same configurations in the same order. Prints tables (Markdown). On the synthetic curves, whose noise is known, the schedulers see noisy
/// errors and the incumbents are judged by their error without noise: the smallest of many noisy errors is luck, which no method could repeat.
/// </summary>
internal static class FidelityBench
{
    private static readonly (string Name, Func<HpoSearcher, int, HpoScheduler> Create)[] Methods =
    [
        ("random search", (searcher, _) => new BasicScheduler(searcher)),
        ("ASHA, promotion", (searcher, maxEpochs) => new AshaPromotionScheduler(searcher, maxEpochs)),
        ("ASHA, stopping", (searcher, maxEpochs) => new AshaStoppingScheduler(searcher, maxEpochs)),
        ("Hyperband", (searcher, maxEpochs) => new HyperbandScheduler(searcher, maxEpochs)),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        string[] flags = ["--lenet", "--observed"];
        var isLeNet = args.Contains("--lenet");
        var isObserved = isLeNet || args.Contains("--observed");
        var options = args.Except(flags).Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        int seeds = options.GetValueOrDefault("seeds", 10), trials = options.GetValueOrDefault("trials", isLeNet ? 20 : 27);
        int maxEpochs = options.GetValueOrDefault("epochs", 9), images = options.GetValueOrDefault("images", 6000);
        Objective objective = isLeNet ? await LeNetAsync(images).ConfigureAwait(false) : new SyntheticCurve();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{objective.Name}{(isLeNet ? $", {images} training images" : "")}: {seeds} seeds, random search with {trials} trials of {maxEpochs} epochs, {(isObserved ? "errors as observed" : "errors without noise")}"));
        Console.WriteLine();
        var studies = Enumerable.Range(0, seeds).Select(seed => RunSeed(objective, isObserved ? Observed : Noiseless, maxEpochs, trials, seed)).ToList();
        FidelityTable.Print([.. Methods.Select(method => method.Name)], studies);
        return 0;
    }

    private static double Observed(Configuration configuration, int epoch, double error) => error;

    private static double Noiseless(Configuration configuration, int epoch, double error) => SyntheticCurve.ErrorAt(configuration, epoch);

    /// <summary>One study a method: random search with as many trials as asked for, the others with as many epochs as that took.</summary>
    private static List<FidelityStudy> RunSeed(
        Objective objective, Func<Configuration, int, double, double> score, int maxEpochs, int trials, long seed)
    {
        var start = TimeProvider.System.GetTimestamp();
        var curves = new SharedCurves(objective);
        var studies = new List<FidelityStudy>();
        foreach (var (_, create) in Methods)
        {
            var study = new FidelityStudy(score);
            var budget = studies.Count == 0 ? int.MaxValue : studies[0].Epochs;
            study.Run(curves, searcher => create(searcher, maxEpochs), maxEpochs, seed, studies.Count == 0 ? trials : budget, budget);
            studies.Add(study);
        }

        // where it stands, for one who waits
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seed {seed}: {curves.Computed} epochs computed in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s"));
        return studies;
    }

    private static async Task<Objective> LeNetAsync(int images)
    {
        var data = await FashionMnist.LoadAsync().ConfigureAwait(false);
        return new LeNetObjective(data with { Training = data.Training.Take(images), Validation = data.Validation.Take(Math.Min(images, data.Validation.Count)) });
    }
}
