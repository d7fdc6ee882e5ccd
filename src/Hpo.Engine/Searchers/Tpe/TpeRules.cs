namespace Hpo.Engine.Searchers.Tpe;

/// <summary>The rules of the tree-structured Parzen estimator.</summary>
internal static class TpeRules
{
    /// <summary>How many good trials there are at most: more would make their density too flat to lead anywhere.</summary>
    private const int MaxGood = 25;

    /// <summary>γ(n) = min(⌈n/10⌉, 25): how many of so many trials count as good.</summary>
    public static int GoodCount(int trials) => Math.Min((trials + 9) / 10, MaxGood);

    /// <summary>
    /// The smallest width of kernels over d axes: 1/(n + 2) as long as d is at most 3 (Bergstra et al., 2011). When there are more axes, it
    /// falls from where n is 10 with the power 3/d of n + 2, or ½ when there are more than 6: it takes longer to know where to look closely,
    /// and a search that narrows too soon stays in the first valley that it finds. A hundredth of the range is the limit.
    /// </summary>
    /// <param name="trials">n, the number of trials.</param>
    /// <param name="axes">d, the number of axes that are modelled together.</param>
    public static double SmallestWidth(int trials, int axes) =>
        Math.Max(0.01, Math.Pow(12.0 / (trials + 2), Math.Clamp(3.0 / axes, 0.5, 1)) / 12);

    /// <summary>
    /// The largest width of the kernels of n good trials over d axes, ¼ n^(−1/(d + 4)), which is how widths scale by Scott's rule
    /// (<i>Multivariate density estimation</i>, 1992; Falkner et al., 2018). Gaps between a few good trials are so wide that candidates
    /// would be all but random. Kernels of bad trials have no such bound: what surrounds a pending trial should be left to it.
    /// </summary>
    /// <param name="good">n, the number of good trials.</param>
    /// <param name="axes">d, the number of axes that are modelled together.</param>
    public static double LargestGoodWidth(int good, int axes) => 0.25 * Math.Pow(Math.Max(good, 1), -1.0 / (axes + 4));

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
