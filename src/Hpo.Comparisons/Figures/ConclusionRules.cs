using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>From the tests of all pairs of methods to what can be concluded about each.</summary>
internal static class ConclusionRules
{
    /// <summary>The probability of even one false finding that is put up with.</summary>
    public const double Level = 0.05;

    /// <summary>What can be concluded about one pair of methods.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="adjusted">Its p-value after Holm's correction.</param>
    /// <param name="smallest">The smallest it could be after the correction, with as many pairs that differ.</param>
    public static Conclusion Conclude(PairedDifferences pair, double adjusted, double smallest)
    {
        if (pair.Pairs == 0)
            return Conclusion.NoPairs;
        // the sums of ranks are what the test looks at; wins and losses can point the other way
        if (adjusted < Level)
            return pair.Test.NegativeRanks > pair.Test.PositiveRanks ? Conclusion.FirstIsLower : Conclusion.SecondIsLower;
        // many pairs that all but tie are a finding, not a lack of repetitions
        return smallest >= Level && pair.Test.Differences > 0 ? Conclusion.TooFewPairs : Conclusion.NoDifference;
    }

    /// <summary>What a p-value would be after the correction if every difference of its pair went to one side, the other p-values being as they are.</summary>
    public static double SmallestAdjusted(IReadOnlyList<double> pValues, int index, int differences)
    {
        double[] changed = [.. pValues];
        changed[index] = WilcoxonSignedRank.SmallestPValue(differences);
        return Holm.Adjust(changed)[index];
    }

    /// <summary>The least number of pairs with which a difference can be told however the other comparisons turn out: m · 2¹⁻ⁿ is below the level.</summary>
    public static int PairsNeeded(int comparisons)
    {
        var pairs = 1;
        while (comparisons * WilcoxonSignedRank.SmallestPValue(pairs) >= Level)
            pairs++;
        return pairs;
    }
}
