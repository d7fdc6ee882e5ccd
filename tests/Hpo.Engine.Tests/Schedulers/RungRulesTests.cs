using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tests.Schedulers;

public class RungRulesTests
{
    [Theory]
    [InlineData(1, 243, 3, 5)]
    [InlineData(1, 242, 3, 4)]
    [InlineData(1, 1000, 10, 3)]
    [InlineData(1, 999, 10, 2)]
    [InlineData(1, 125, 5, 3)]
    [InlineData(1, 1 << 29, 2, 29)]
    [InlineData(1, int.MaxValue, 2, 30)]
    [InlineData(2, 10, 2, 2)]
    [InlineData(7, 7, 3, 0)]
    public void No_bracket_is_lost_to_floating_logarithms(int smaller, int larger, int reductionFactor, int expected)
    {
        Assert.Equal(expected, RungRules.FloorLog(smaller, larger, reductionFactor));
    }

    [Fact]
    public void The_logarithm_of_every_power_is_its_exponent()
    {
        for (var factor = 2; factor <= 12; factor++)
        {
            var power = 1L;
            for (var exponent = 0; power <= int.MaxValue; exponent++, power *= factor)
            {
                Assert.Equal(exponent, RungRules.FloorLog(1, (int)power, factor));
                if (power > 1)
                    Assert.Equal(exponent - 1, RungRules.FloorLog(1, (int)power - 1, factor));
            }
        }
    }

    [Theory]
    [InlineData(2, 10, 2, new[] { 2, 4, 8, 10 })]
    [InlineData(1, 9, 3, new[] { 1, 3, 9 })]
    [InlineData(1, 10, 3, new[] { 1, 3, 9, 10 })]
    [InlineData(4, 4, 3, new[] { 4 })]
    [InlineData(1, 1, 2, new[] { 1 })]
    public void A_ladder_ends_at_the_full_number_of_epochs(int minEpochs, int maxEpochs, int reductionFactor, int[] expected)
    {
        Assert.Equal(expected, RungRules.Ladder(minEpochs, maxEpochs, reductionFactor));
    }

    [Theory]
    [InlineData(81, 4, new[] { 1, 3, 9, 27, 81 })]
    [InlineData(81, 2, new[] { 9, 27, 81 })]
    [InlineData(10, 2, new[] { 1, 3, 10 })]
    [InlineData(10, 0, new[] { 10 })]
    public void A_brackets_ladder_leads_to_the_full_number_of_epochs(int maxEpochs, int bracket, int[] expected)
    {
        Assert.Equal(expected, RungRules.BracketLadder(maxEpochs, 3, bracket));
    }

    [Fact]
    public void The_sizes_of_brackets_are_those_of_the_paper()
    {
        // Li et al. (2018), table 1: R = 81, η = 3
        Assert.Equal([81, 34, 15, 8, 5], Enumerable.Range(0, 5).Select(k => RungRules.BracketSize(4, 3, 4 - k)));
    }

    [Fact]
    public void A_round_of_the_chapters_example_has_eight_trials()
    {
        Assert.Equal(8, RungRules.RoundSize(1, 2, 3));
        Assert.Equal(24, RungRules.RoundSize(3, 2, 3));
        Assert.Equal(int.MaxValue, RungRules.RoundSize(1000, 2, 30));
    }
}
