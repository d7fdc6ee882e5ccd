using Hpo.Comparisons.Statistics;
using Hpo.Engine.Randomness;

namespace Hpo.Comparisons.Tests.Statistics;

public class WilcoxonSignedRankTests
{
    // Hollander and Wolfe (1973), table 3.1: nine patients before and after a tranquilliser
    private static readonly double[] Depression =
        [1.83 - 0.878, 0.50 - 0.647, 1.62 - 0.598, 2.48 - 2.05, 1.68 - 1.06, 1.88 - 1.29, 1.55 - 1.06, 3.06 - 3.14, 1.30 - 1.29];

    // Darwin (1876): crossed less self-fertilised maize, eighths of an inch; one tie in size
    private static readonly double[] Maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    private static readonly double[] Tied = [0, 1, 1, -1, 2, 2, 2, -3, 4, -4, 5, 0, 6, 7, 7, -2, 3, 8];

    // scipy 1.10: stats.wilcoxon(d, alternative=…, mode="exact")
    [Theory]
    [InlineData(Alternative.TwoSided, 0.0390625)]
    [InlineData(Alternative.Less, 0.986328125)]
    [InlineData(Alternative.Greater, 0.01953125)]
    public void The_published_example_of_the_textbook_is_met(Alternative alternative, double expected)
    {
        var result = WilcoxonSignedRank.Test(Depression, alternative);
        Assert.Equal(expected, result.PValue, 1e-14);
        Assert.Equal((40, 5, 9, true), (result.PositiveRanks, result.NegativeRanks, result.Differences, result.IsExact));
    }

    // scipy 1.10: stats.wilcoxon(d, alternative=…, mode="exact")
    [Theory]
    [InlineData(Alternative.TwoSided, 0.041259765625)]
    [InlineData(Alternative.Less, 0.982330322265625)]
    [InlineData(Alternative.Greater, 0.0206298828125)]
    public void Darwins_maize_grows_taller_when_crossed(Alternative alternative, double expected) =>
        Assert.Equal(expected, WilcoxonSignedRank.Test(Maize, alternative).PValue, 1e-14);

    // every one of the 2¹⁶ sign patterns of scipy.stats.rankdata's ranks, counted in numpy
    [Theory]
    [InlineData(Alternative.TwoSided, 0.029510498046875)]
    [InlineData(Alternative.Less, 0.9864959716796875)]
    [InlineData(Alternative.Greater, 0.0147552490234375)]
    public void With_ties_and_zeros_the_p_value_is_exact_too(Alternative alternative, double expected)
    {
        var result = WilcoxonSignedRank.Test(Tied, alternative);
        Assert.Equal(expected, result.PValue, 1e-14);
        Assert.Equal((109.5, 26.5, 16), (result.PositiveRanks, result.NegativeRanks, result.Differences));
    }

    // scipy 1.10: stats.wilcoxon(g, alternative=…, mode="approx", correction=True); 150 differences, 2 of them 0, with ties
    [Theory]
    [InlineData(Alternative.TwoSided, 9.117883532861971e-05)]
    [InlineData(Alternative.Less, 0.9999547707809199)]
    [InlineData(Alternative.Greater, 4.5589417664309855e-05)]
    public void Many_differences_are_tested_by_the_corrected_normal_approximation(Alternative alternative, double expected)
    {
        double[] differences = [.. Enumerable.Range(1, 150).Select(k => (k * 37 % 101 - 40) / 10.0)];
        var result = WilcoxonSignedRank.Test(differences, alternative);
        Assert.False(result.IsExact);
        Assert.Equal(148, result.Differences);
        Assert.Equal(expected, result.PValue, 1e-12);
    }

    [Fact]
    public void The_exact_p_values_are_those_of_trying_every_pattern_of_signs()
    {
        var stream = new RandomStream(6);
        for (var round = 0; round < 60; round++)
        {
            // few different sizes: many ties
            double[] differences = [.. Enumerable.Range(0, 1 + round % 11).Select(_ => (double)stream.Next(-6, 7)).Where(value => value != 0)];
            double[] ranks = Ranks.Averaged([.. differences.Select(Math.Abs)]);
            var observed = ranks.Where((_, i) => differences[i] > 0).Sum();
            var (patterns, atMost, atLeast) = (1 << ranks.Length, 0, 0);
            for (var pattern = 0; pattern < patterns; pattern++)
            {
                var sum = ranks.Where((_, i) => (pattern >> i & 1) == 1).Sum();
                atMost += sum <= observed ? 1 : 0;
                atLeast += sum >= observed ? 1 : 0;
            }

            Assert.Equal((double)atMost / patterns, WilcoxonSignedRank.Test(differences, Alternative.Less).PValue, 1e-12);
            Assert.Equal((double)atLeast / patterns, WilcoxonSignedRank.Test(differences, Alternative.Greater).PValue, 1e-12);
            var twoSided = Math.Min(1.0, 2.0 * Math.Min(atMost, atLeast) / patterns);
            Assert.Equal(twoSided, WilcoxonSignedRank.Test(differences).PValue, 1e-12);
        }
    }

    // OEIS A226330 (after Mitic, The Mathematica Journal 6(3), 1996), which begins at n = 6
    private static readonly int[] CriticalAt2Point5Percent =
        [0, 2, 3, 5, 8, 10, 13, 17, 21, 25, 29, 34, 40, 46, 52, 58, 65, 73, 81, 89, 98, 107, 116, 126, 137, 147, 159, 170, 182, 195, 208, 221, 235, 249, 264, 279,
         294, 310, 327, 343, 361, 378, 396, 415, 434];

    [Fact]
    public void The_published_table_of_critical_values_is_met()
    {
        for (var n = 6; n <= 50; n++)
        {
            var critical = CriticalAt2Point5Percent[n - 6];
            Assert.True(WilcoxonSignedRank.Test(WithPositiveRanks(n, critical), Alternative.Less).PValue <= 0.025);
            Assert.True(WilcoxonSignedRank.Test(WithPositiveRanks(n, critical + 1), Alternative.Less).PValue > 0.025);
            Assert.True(WilcoxonSignedRank.Test(WithPositiveRanks(n, critical)).PValue <= 0.05);
        }
    }

    [Fact]
    public void At_the_limit_the_approximation_takes_over_without_a_jump()
    {
        const int Limit = WilcoxonSignedRank.ExactUpTo;
        var exact = WilcoxonSignedRank.Test(WithPositiveRanks(Limit, 1900));
        // the same standardised sum, one difference more
        var approximate = WilcoxonSignedRank.Test(WithPositiveRanks(Limit + 1, 1942));
        Assert.True(exact.IsExact);
        Assert.False(approximate.IsExact);
        Assert.Equal(exact.PValue, approximate.PValue, 0.001);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.125)]
    [InlineData(5, 0.0625)]
    [InlineData(6, 0.03125)]
    public void A_win_in_every_pair_gives_the_smallest_p_value(int pairs, double expected)
    {
        Assert.Equal(expected, WilcoxonSignedRank.SmallestPValue(pairs));
        Assert.Equal(expected, WilcoxonSignedRank.Test([.. Enumerable.Repeat(-0.5, pairs)]).PValue);
    }

    [Fact]
    public void Without_a_difference_p_is_1()
    {
        Assert.Equal(1, WilcoxonSignedRank.Test([0, 0, 0]).PValue);
        Assert.Equal(1, WilcoxonSignedRank.Test([]).PValue);
        Assert.Equal(1, WilcoxonSignedRank.Test([0.0, -0.0], Alternative.Less).PValue);
    }

    [Fact]
    public void Sizes_that_differ_by_rounding_alone_are_ties() =>
        Assert.Equal(WilcoxonSignedRank.Test([1, -1, 1, 2]), WilcoxonSignedRank.Test([0.3 - 0.2, 0.1 - 0.2, 0.4 - 0.3, 0.9 - 0.7]));

    [Fact]
    public void An_infinite_difference_is_larger_than_all_others() =>
        Assert.Equal(WilcoxonSignedRank.Test([-4, 1, 2, 3, 4]), WilcoxonSignedRank.Test([double.NegativeInfinity, 1, 2, 3, double.PositiveInfinity]));

    [Fact]
    public void What_is_not_a_number_is_refused() => Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, double.NaN]));

    [Fact]
    public void When_there_is_no_difference_five_tests_in_a_hundred_find_one()
    {
        const int Tests = 4000;
        var found = 0;
        for (var i = 0; i < Tests; i++)
        {
            var stream = RandomStream.Derive(21, i, "null");
            if (WilcoxonSignedRank.Test([.. Enumerable.Range(0, 20).Select(_ => stream.NextGaussian())]).PValue <= 0.05)
                found++;
        }

        Assert.InRange(found / (double)Tests, 0.038, 0.059);
    }

    /// <summary>The differences ±1, …, ±n whose positive ones sum to this: the largest ranks first.</summary>
    private static double[] WithPositiveRanks(int n, int sum)
    {
        var differences = new double[n];
        for (var rank = n; rank >= 1; rank--)
        {
            differences[rank - 1] = rank <= sum ? rank : -rank;
            sum -= rank <= sum ? rank : 0;
        }

        Assert.Equal(0, sum);
        return differences;
    }
}
