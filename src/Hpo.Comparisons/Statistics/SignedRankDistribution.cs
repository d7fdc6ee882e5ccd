namespace Hpo.Comparisons.Statistics;

/// <summary>The exact distribution of a sum of ranks each of which is in it or not with probability ½.</summary>
internal static class SignedRankDistribution
{
    /// <summary>The probabilities of a sum of at most, and of at least, the one observed.</summary>
    /// <param name="doubledRanks">Twice the ranks, so that ranks averaged over ties are whole numbers.</param>
    /// <param name="sum">Twice the observed sum.</param>
    public static (double AtMost, double AtLeast) Tails(ReadOnlySpan<int> doubledRanks, int sum)
    {
        var total = 0;
        foreach (var rank in doubledRanks)
            total += rank;
        var probabilities = new double[total + 1];
        probabilities[0] = 1;
        var reached = 0;
        foreach (var rank in doubledRanks)
        {
            reached += rank;
            for (var s = reached; s >= 0; s--)
                probabilities[s] = (probabilities[s] + (s >= rank ? probabilities[s - rank] : 0)) / 2;
        }

        // by symmetry the upper tail is a lower one, and is summed from its small end
        return (SumTo(probabilities, sum), SumTo(probabilities, total - sum));
    }

    private static double SumTo(double[] probabilities, int last)
    {
        var sum = 0.0;
        for (var i = 0; i <= last; i++)
            sum += probabilities[i];
        return Math.Min(1, sum);
    }
}
