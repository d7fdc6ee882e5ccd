namespace Hpo.Comparisons.Statistics;

/// <summary>Ranks of a few values, the smallest first.</summary>
public static class Ranks
{
    /// <summary>The ranks from 1; equal values share the average of their ranks, and values that are missing share the last ones.</summary>
    /// <param name="values">The values; NaN is a missing one. Every pair is compared, which suits a handful of methods.</param>
    public static double[] Averaged(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            var (before, equal) = (0, 0);
            foreach (var other in values)
            {
                var order = Compare(other, values[i]);
                before += order < 0 ? 1 : 0;
                equal += order == 0 ? 1 : 0;
            }

            ranks[i] = before + (equal + 1) / 2.0;
        }

        return ranks;
    }

    /// <summary>NaN last, where .NET's own order has it first.</summary>
    private static int Compare(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? double.IsNaN(left).CompareTo(double.IsNaN(right)) : left.CompareTo(right);
}
