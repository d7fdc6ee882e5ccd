namespace Hpo.Engine.Objectives.Recorded;

/// <summary>Spearman's rank correlation (1904): the correlation of the ranks, equal values having the mean of their ranks.</summary>
internal static class RankCorrelation
{
    /// <summary>The correlation, from −1 to 1; not a number when one side has the same value everywhere.</summary>
    public static double Of(double[] first, double[] second)
    {
        var (a, b) = (Ranks(first), Ranks(second));
        // the mean of ranks from 1 to n
        var mean = (first.Length + 1) / 2.0;
        var (product, squareA, squareB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            squareA += (a[i] - mean) * (a[i] - mean);
            squareB += (b[i] - mean) * (b[i] - mean);
        }

        return product / Math.Sqrt(squareA * squareB);
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var (start, end) = (0, 0); start < order.Length; start = end)
        {
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            foreach (var i in order[start..end])
                ranks[i] = (start + 1 + end) / 2.0;
        }

        return ranks;
    }
}
