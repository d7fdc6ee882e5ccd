using System.Globalization;

namespace Hpo.Bench.Fidelity;

/// <summary>The tables of <see cref="FidelityBench"/>: each seed, and the summary. Random search comes first among the methods.</summary>
internal static class FidelityTable
{
    public static void Print(IReadOnlyList<string> methods, List<List<FidelityStudy>> seeds)
    {
        Line(["seed", "final error of random search", "its epochs", .. methods.Skip(1).Select(method => $"{method}: epochs to that error")]);
        Line([.. Enumerable.Repeat("---", methods.Count + 2)]);
        foreach (var (seed, studies) in seeds.Index())
            Line([Text(seed), Show(studies[0].Final, "F4"), Text(studies[0].Epochs), .. studies.Skip(1).Select(study => Show(study.EpochsTo(studies[0].Final), "F0"))]);
        Console.WriteLine();
        Line(["method", "epochs to random search's final error: ratio, median", "worst", "seeds reached", "seeds in half of the epochs", "mean error at half of the epochs", "at all", "ratio for the mean over the seeds"]);
        Line([.. Enumerable.Repeat("---", 8)]);
        foreach (var (method, name) in methods.Index())
            Summarize(name, [.. seeds.Select(studies => studies[method])], [.. seeds.Select(studies => studies[0])]);
    }

    private static void Summarize(string name, List<FidelityStudy> studies, List<FidelityStudy> random)
    {
        var ratios = studies.Zip(random, (study, reference) => Ratio(study, reference)).Order().ToList();
        Line(
        [
            name, Show(Median(ratios), "F2"), Show(ratios[^1], "F2"),
            $"{ratios.Count(double.IsFinite)} of {ratios.Count}", $"{ratios.Count(ratio => ratio <= 0.5)} of {ratios.Count}",
            Show(MeanAt(studies, random, 0.5), "F4"), Show(MeanAt(studies, random, 1), "F4"), Show(RatioForMean(studies, random), "F2"),
        ]);
    }

    private static double Ratio(FidelityStudy study, FidelityStudy random) =>
        study.EpochsTo(random.Final) is { } epochs ? (double)epochs / random.Epochs : double.PositiveInfinity;

    /// <summary>The mean over the seeds of the incumbents' errors when a share of random search's epochs had been spent.</summary>
    private static double MeanAt(List<FidelityStudy> studies, List<FidelityStudy> random, double share) =>
        studies.Zip(random, (study, reference) => study.ScoreAt((int)(share * reference.Epochs))).Average();

    /// <summary>The share of random search's epochs, in hundredths, after which the mean over the seeds is as small as its final mean.</summary>
    private static double RatioForMean(List<FidelityStudy> studies, List<FidelityStudy> random)
    {
        var target = random.Average(study => study.Final);
        return Enumerable.Range(1, 100).Select(percent => percent / 100.0).FirstOrDefault(share => MeanAt(studies, random, share) <= target, double.PositiveInfinity);
    }

    private static void Line(List<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Show(double? number, string format) =>
        number is { } known && double.IsFinite(known) ? known.ToString(format, CultureInfo.InvariantCulture) : "not reached";

    private static double Median(List<double> ascending) => (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
}
