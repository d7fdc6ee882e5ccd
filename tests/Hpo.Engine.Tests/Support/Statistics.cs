using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Tests.Support;

/// <summary>Tests of distributions. Seeds are fixed, so that a p-value is always the same one.</summary>
internal static class Statistics
{
    /// <summary>Below this p-value a distribution is taken to be wrong.</summary>
    public const double Doubtful = 1e-3;

    /// <summary>Pearson's test: the probability of counts at least as far from the expected ones.</summary>
    public static double ChiSquarePValue(IReadOnlyList<int> counts, IReadOnlyList<double> probabilities)
    {
        var total = counts.Sum();
        var statistic = counts.Zip(probabilities, (count, probability) =>
        {
            var expected = total * probability;
            Assert.True(expected >= 5, "Too few draws for a chi-square test.");
            return (count - expected) * (count - expected) / expected;
        }).Sum();
        return 1 - ChiSquared.CDF(counts.Count - 1, statistic);
    }

    /// <summary>Kolmogorov and Smirnov's test that values are uniformly distributed over [0, 1] (asymptotic series).</summary>
    public static double UniformPValue(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var distance = sorted.Select((value, i) => Math.Max(value - ((double)i / sorted.Length), ((i + 1.0) / sorted.Length) - value)).Max();
        var lambda = (Math.Sqrt(sorted.Length) + 0.12 + (0.11 / Math.Sqrt(sorted.Length))) * distance;
        return 2 * Enumerable.Range(1, 100).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * k * k * lambda * lambda));
    }
}
