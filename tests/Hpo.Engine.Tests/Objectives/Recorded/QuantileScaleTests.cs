using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class QuantileScaleTests
{
    [Fact]
    public void Numbers_come_back_and_keep_their_order()
    {
        double[] numbers = [3, -1, 40, 0.5, 2];
        var scale = new QuantileScale(numbers);
        Assert.All(numbers, number => Assert.Equal(number, scale.FromScale(scale.ToScale(number)), 12));
        double[] quantiles = [.. numbers.Order().Select(scale.ToScale)];
        Assert.Equal(quantiles.Order(), quantiles);
        Assert.Equal(0, scale.ToScale(2), 12);
    }

    [Fact]
    public void On_the_scale_they_are_normally_distributed_whatever_they_were()
    {
        var random = new RandomStream(3);
        double[] skewed = [.. Enumerable.Range(0, 1000).Select(_ => Math.Exp(3 * random.NextGaussian()))];
        var scale = new QuantileScale(skewed);
        double[] quantiles = [.. skewed.Select(scale.ToScale)];
        Assert.Equal(0, quantiles.Average(), 3);
        Assert.Equal(1, quantiles.Average(quantile => quantile * quantile), 2);
        // 3, the fourth moment of a normal distribution, less what is cut off beyond a thousand numbers
        Assert.InRange(quantiles.Average(quantile => quantile * quantile * quantile * quantile), 2.85, 3);
    }

    [Fact]
    public void Nothing_is_beyond_the_smallest_and_the_largest()
    {
        var scale = new QuantileScale([1, 2, 3]);
        Assert.Equal(1, scale.FromScale(-10));
        Assert.Equal(3, scale.FromScale(10));
        Assert.Equal(scale.ToScale(3), scale.ToScale(99));
    }

    [Fact]
    public void Equal_numbers_have_the_mean_of_their_ranks()
    {
        Assert.Equal(0, new QuantileScale([1, 2, 2, 3]).ToScale(2), 12);
        var constant = new QuantileScale([5, 5, 5]);
        Assert.Equal(0, constant.ToScale(5), 12);
        Assert.Equal(5, constant.FromScale(1.7));
    }
}
