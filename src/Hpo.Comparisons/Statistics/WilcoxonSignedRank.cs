using MathNet.Numerics;

namespace Hpo.Comparisons.Statistics;

/// <summary>
/// The signed-rank test for paired samples (Wilcoxon, "Individual comparisons by ranking methods", 1945). Under "no difference" each difference is as likely
/// positive as negative, whatever its size: the sizes are ranked, and the ranks of the positive differences are summed.
/// Differences of zero are dropped, which is Wilcoxon's own rule; equal sizes share the average of their ranks. With up to <see cref="ExactUpTo"/>
/// differences the p-value is exact, with ties too; beyond, it is the normal approximation with the corrections for ties and for continuity
/// (Hollander, Wolfe and Chicken, "Nonparametric statistical methods", 2014, section 3.1).
/// </summary>
public static class WilcoxonSignedRank
{
    /// <summary>The largest number of differences for which the distribution is computed exactly.</summary>
    public const int ExactUpTo = 100;

    // 0.3 − 0.2 and 0.2 − 0.1 are one size to a reader, though not to a processor
    private const double SameSize = 1e-9;

    /// <summary>Tests whether the differences lie to one side of zero.</summary>
    /// <param name="differences">One for each pair; an infinite difference is larger than all finite ones.</param>
    /// <param name="alternative">What is looked for.</param>
    /// <returns>A p-value of 1 when every difference is zero, or when there is none.</returns>
    /// <exception cref="ArgumentException">A difference is not a number.</exception>
    public static WilcoxonResult Test(ReadOnlySpan<double> differences, Alternative alternative = Alternative.TwoSided)
    {
        var signed = new List<double>(differences.Length);
        foreach (var difference in differences)
        {
            if (double.IsNaN(difference))
                throw new ArgumentException("A difference is not a number.", nameof(differences));
            if (difference != 0)
                signed.Add(difference);
        }

        if (signed.Count == 0)
            return new WilcoxonResult(1, 0, 0, 0, IsExact: true);
        var isExact = signed.Count <= ExactUpTo;
        var (doubledRanks, ties) = RankSizes(signed);
        var positive = 0;
        for (var i = 0; i < doubledRanks.Length; i++)
            positive += signed[i] > 0 ? doubledRanks[i] : 0;
        var total = signed.Count * (signed.Count + 1);
        var (atMost, atLeast) = isExact
            ? SignedRankDistribution.Tails(doubledRanks, positive)
            : NormalTails(signed.Count, ties, positive / 2.0);
        var p = alternative switch
        {
            Alternative.TwoSided => Math.Min(1, 2 * Math.Min(atMost, atLeast)),
            Alternative.Less => atMost,
            Alternative.Greater => atLeast,
            _ => throw new ArgumentOutOfRangeException(nameof(alternative), alternative, "There is no such alternative."),
        };
        return new WilcoxonResult(p, positive / 2.0, (total - positive) / 2.0, signed.Count, isExact);
    }

    /// <summary>The smallest two-sided p-value that so many pairs can give: all differences to one side.</summary>
    public static double SmallestPValue(int pairs) => Math.Min(1, Math.ScaleB(2, -pairs));

    /// <summary>Sorts by size, and gives twice the average rank of each (a whole number) and Σ (t³ − t) over the groups of t equal sizes.</summary>
    private static (int[] DoubledRanks, double Ties) RankSizes(List<double> signed)
    {
        signed.Sort((left, right) => Math.Abs(left).CompareTo(Math.Abs(right)));
        var ranks = new int[signed.Count];
        var ties = 0.0;
        for (var first = 0; first < ranks.Length;)
        {
            var last = first;
            while (last + 1 < ranks.Length && Math.Abs(signed[last + 1]) <= Math.Abs(signed[first]) * (1 + SameSize))
                last++;
            // ranks count from 1: the average of first + 1 and last + 1, doubled
            Array.Fill(ranks, first + last + 2, first, last - first + 1);
            double size = last - first + 1;
            ties += size * size * size - size;
            first = last + 1;
        }

        return (ranks, ties);
    }

    private static (double AtMost, double AtLeast) NormalTails(int count, double ties, double positive)
    {
        double n = count;
        var mean = n * (n + 1) / 4;
        var deviation = Math.Sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
        return (Below((positive + 0.5 - mean) / deviation), Below((mean - positive + 0.5) / deviation));
    }

    private static double Below(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
