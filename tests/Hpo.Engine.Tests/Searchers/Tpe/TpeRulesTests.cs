using Hpo.Engine.Searchers.Tpe;

namespace Hpo.Engine.Tests.Searchers.Tpe;

public class TpeRulesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(100, 10)]
    [InlineData(240, 24)]
    [InlineData(241, 25)]
    [InlineData(5000, 25)]
    public void A_tenth_of_the_trials_is_good_and_at_most_25(int trials, int good)
    {
        Assert.Equal(good, TpeRules.GoodCount(trials));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Kernels_over_up_to_three_axes_become_narrower_as_in_the_first_paper(int axes)
    {
        Assert.Equal(1.0 / 12, TpeRules.SmallestWidth(10, axes), 1e-12);
        Assert.Equal(1.0 / 50, TpeRules.SmallestWidth(48, axes), 1e-12);
        Assert.Equal(0.01, TpeRules.SmallestWidth(98, axes), 1e-12);
        Assert.Equal(0.01, TpeRules.SmallestWidth(5000, axes));
    }

    [Fact]
    public void Over_more_axes_kernels_become_narrower_more_slowly()
    {
        Assert.Equal(1.0 / 12, TpeRules.SmallestWidth(10, 6), 1e-12);
        Assert.Equal(1.0 / 24, TpeRules.SmallestWidth(46, 6), 1e-12);
        Assert.Equal(1.0 / 24, TpeRules.SmallestWidth(46, 12), 1e-12);
        Assert.Equal(1.0 / 24, TpeRules.SmallestWidth((int)Math.Round(12 * Math.Pow(2, 5 / 3.0)) - 2, 5), 1e-3);
        Assert.Equal(0.01, TpeRules.SmallestWidth(5000, 6));
    }

    [Fact]
    public void Kernels_of_good_trials_are_no_wider_than_a_quarter_and_scale_by_Scotts_rule()
    {
        Assert.Equal(0.25, TpeRules.LargestGoodWidth(0, 2));
        Assert.Equal(0.25, TpeRules.LargestGoodWidth(1, 2));
        Assert.Equal(0.125, TpeRules.LargestGoodWidth(64, 2), 1e-12);
        Assert.Equal(0.125, TpeRules.LargestGoodWidth(1024, 6), 1e-12);
    }

    [Theory]
    [InlineData(new[] { 0.2 }, new[] { 0.3 })]
    [InlineData(new[] { 0.9 }, new[] { 0.4 })]
    [InlineData(new[] { 0.1, 0.2, 0.8 }, new[] { 0.1, 0.3, 0.3 })]
    [InlineData(new[] { 0.3, 0.3, 0.7, 0.75 }, new[] { 0, 0.2, 0.2, 0.05 })]
    [InlineData(new[] { 0.5 }, new[] { 0.0 })]
    public void A_width_is_the_larger_gap_to_a_neighbour_and_the_prior_is_one(double[] sorted, double[] expected)
    {
        var gaps = new double[sorted.Length];
        TpeRules.NeighbourGaps(sorted, gaps);
        Assert.Equal(expected, gaps, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Each_category_counts_as_seen_once_more()
    {
        // three trials in one of four categories: the prior's quarter and what their components give to the others
        var leaves = TpeRules.Leaves(3, 4);
        Assert.Equal((3 + 1.0) / (3 + 1 + 4), ((3 * (1 - leaves)) + 0.25) / 4, 0.04);
        Assert.Equal(1, (1 - leaves) / (leaves / 3) / (1 + 4.0), 1e-12);
    }
}
