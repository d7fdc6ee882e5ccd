using Hpo.Engine.Searchers.Bohb;

namespace Hpo.Engine.Tests.Searchers.Bohb;

public class BohbRulesTests
{
    [Theory]
    [InlineData(5, 2, 3, 3)]
    [InlineData(20, 2, 3, 17)]
    [InlineData(100, 2, 15, 85)]
    [InlineData(8, 5, 6, 6)]
    public void The_best_are_good_and_the_others_bad_and_each_group_is_large_enough(int trials, int axes, int good, int bad)
    {
        Assert.Equal((good, bad), BohbRules.Split(trials, axes, 0.15));
    }

    [Fact]
    public void A_model_needs_two_trials_more_than_a_group()
    {
        Assert.Equal(5, BohbRules.SmallestModel(2));
    }

    [Fact]
    public void The_bandwidth_follows_the_normal_reference_rule()
    {
        // standard deviation 0.2, 1.06 · 0.2 · 4^(−1/5)
        Assert.Equal(1.06 * 0.2 * 0.757858283, BohbRules.Bandwidth([0.3, 0.7, 0.3, 0.7], 1), 1e-8);
        Assert.Equal(BohbRules.SmallestBandwidth, BohbRules.Bandwidth([0.4, 0.4, 0.4], 1));
    }

    [Fact]
    public void The_spread_of_categories_does_not_depend_on_their_order()
    {
        Assert.Equal(BohbRules.Leaves([0, 0, 1, 1], 3, 1), BohbRules.Leaves([2, 0, 2, 0], 3, 1));
        Assert.Equal(1.06 * 0.5 * 0.757858283, BohbRules.Leaves([0, 0, 1, 1], 3, 1), 1e-8);
        Assert.Equal(BohbRules.SmallestBandwidth, BohbRules.Leaves([1, 1, 1], 3, 1));
    }
}
