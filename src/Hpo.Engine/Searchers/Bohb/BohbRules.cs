namespace Hpo.Engine.Searchers.Bohb;

/// <summary>The rules of BOHB's density model.</summary>
internal static class BohbRules
{
    /// <summary>No kernel is narrower than this, and no category is left with a smaller probability.</summary>
    public const double SmallestBandwidth = 1e-3;

    /// <summary>The least number of points in a density over so many axes, N_min = d + 1.</summary>
    public static int SmallestGroup(int axes) => axes + 1;

    /// <summary>The least number of errors after the same number of epochs that a model is made of, N_min + 2.</summary>
    public static int SmallestModel(int axes) => SmallestGroup(axes) + 2;

    /// <summary>How many of so many trials are good, and how many are bad; when there are few, some are both.</summary>
    /// <param name="trials">The number of trials.</param>
    /// <param name="axes">The number of axes.</param>
    /// <param name="topFraction">The fraction that is good when there are many.</param>
    public static (int Good, int Bad) Split(int trials, int axes, double topFraction)
    {
        var good = Math.Max(SmallestGroup(axes), (int)(topFraction * trials));
        return (good, Math.Max(SmallestGroup(axes), trials - good));
    }

    /// <summary>
    /// The normal reference rule: 1.06 s n^(−1/(4 + d)), with the standard deviation s of n positions, within the bounds of kernels.
    /// </summary>
    public static double Bandwidth(IReadOnlyList<double> positions, int axes)
    {
        var mean = positions.Average();
        var variance = positions.Sum(position => (position - mean) * (position - mean)) / positions.Count;
        return Math.Clamp(Reference(variance, positions.Count, axes), SmallestBandwidth, 1);
    }

    /// <summary>
    /// The same for categories: the probability of leaving a category. In place of the variance stands ½(1 − Σ p²), which for two
    /// categories is the variance of numbers 0 and 1, and which does not depend on the order of categories.
    /// </summary>
    public static double Leaves(IReadOnlyList<int> categories, long cells, int axes)
    {
        var same = categories.CountBy(category => category).Sum(pair => Math.Pow((double)pair.Value / categories.Count, 2));
        return Math.Clamp(Reference((1 - same) / 2, categories.Count, axes), SmallestBandwidth, (cells - 1.0) / cells);
    }

    private static double Reference(double variance, int count, int axes) => 1.06 * Math.Sqrt(variance) * Math.Pow(count, -1.0 / (4 + axes));
}
