namespace Hpo.Engine.Searchers.Tpe;

/// <summary>The rules of the tree-structured Parzen estimator.</summary>
internal static class TpeRules
{
    /// <summary>How many good trials there are at most: more would make their density too flat to lead anywhere.</summary>
    private const int MaxGood = 25;

    /// <summary>γ(n) = min(⌈n/10⌉, 25): how many of so many trials count as good.</summary>
    public static int GoodCount(int trials) => Math.Min((trials + 9) / 10, MaxGood);

    /// <summary>
    /// The smallest width of kernels, 1/min(100, n + 2). When axes are modelled together, n is the number of all trials that are done, so
    /// that a search may look closer the more is known; when each axis is modelled by itself, n is that of the trials of one density,
    /// because narrow kernels of many bad trials would leave gaps between them on a single axis that mean nothing.
    /// </summary>
    public static double SmallestWidth(int trials) => 1.0 / Math.Min(100, trials + 2);

    /// <summary>
    /// The probability that a component leaves its own category: as if each category had been seen once more, in all components together
    /// (Bergstra et al., 2011), the prior being one of them.
    /// </summary>
    /// <param name="trials">The number of trials in a density.</param>
    /// <param name="categories">The number of categories.</param>
    public static double Leaves(int trials, long categories) => (categories - 1.0) / (trials + 1 + categories);

    /// <summary>
    /// The larger of the gaps to the neighbours on both sides, for each of the positions; the prior's centre, ½, is one of the neighbours,
    /// the ends of the axis are not (Bergstra et al., 2011).
    /// </summary>
    /// <param name="sorted">The positions, ascending.</param>
    /// <param name="gaps">Receives as many gaps.</param>
    public static void NeighbourGaps(ReadOnlySpan<double> sorted, Span<double> gaps)
    {
        const double Prior = 0.5;
        for (var i = 0; i < sorted.Length; i++)
        {
            var below = i > 0 ? sorted[i - 1] : double.NegativeInfinity;
            var above = i + 1 < sorted.Length ? sorted[i + 1] : double.PositiveInfinity;
            if (Prior < sorted[i])
                below = Math.Max(below, Prior);
            else
                above = Math.Min(above, Prior);
            gaps[i] = Math.Max(
                double.IsFinite(below) ? sorted[i] - below : 0,
                double.IsFinite(above) ? above - sorted[i] : 0);
        }
    }
}
