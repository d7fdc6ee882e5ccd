using System.Globalization;

namespace Hpo.Bench.Fidelity;

/// <summary>The tables of <see cref="FidelityBench"/>: each seed, and the summary.</summary>
internal static class FidelityTable
{
    public static void Print(IEnumerable<string> methods, List<FidelityRow> rows)
    {
        var names = methods.ToList();
        Line(["seed", "final error of random search", "its epochs", .. names]);
        Line([.. Enumerable.Repeat("---", names.Count + 3)]);
        foreach (var row in rows)
            Line([Text(row.Seed), row.Error.ToString("F4", CultureInfo.InvariantCulture), Text(row.Epochs), .. row.Needed.Select(needed => needed is { } epochs ? Text(epochs) : "not reached")]);
        Console.WriteLine();
        Line(["method", "epochs of random search, median", "epochs to its final error, median", "ratio, median", "ratio, worst", "seeds reached", "in half of the epochs"]);
        Line([.. Enumerable.Repeat("---", 7)]);
        for (var i = 0; i < names.Count; i++)
        {
            var ratios = rows.Select(row => row.Ratio(i)).Order().ToList();
            Line(
            [
                names[i],
                Show(Median([.. rows.Select(row => (double)row.Epochs).Order()]), "F0"),
                Show(Median([.. rows.Select(row => row.Needed[i] ?? double.PositiveInfinity).Order()]), "F0"),
                Show(Median(ratios), "F2"),
                Show(ratios[^1], "F2"),
                $"{ratios.Count(double.IsFinite)} of {rows.Count}",
                $"{ratios.Count(ratio => ratio <= 0.5)} of {rows.Count}",
            ]);
        }
    }

    private static void Line(List<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Show(double number, string format) =>
        double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "not reached";

    private static double Median(List<double> ascending) => (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
}
