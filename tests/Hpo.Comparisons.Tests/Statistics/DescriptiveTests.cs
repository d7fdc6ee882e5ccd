using Hpo.Comparisons.Statistics;
using Hpo.Engine.Randomness;
using MathNet.Numerics.Statistics;

namespace Hpo.Comparisons.Tests.Statistics;

public class DescriptiveTests
{
    // numbers by numpy 1.24: v.mean(), v.std(ddof=1), numpy.quantile(v, q)
    private static readonly double[] Sorted = [0.2, 1.5, 2.25, 3.1, 4.4, 7.7, 9.0];

    [Fact]
    public void Mean_and_standard_deviation_are_those_of_numpy()
    {
        Assert.Equal(4.021428571428571, Descriptive.Mean(Sorted), 1e-14);
        Assert.Equal(3.250879002010731, Descriptive.StandardDeviation(Sorted), 1e-14);
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(0.025, 0.395)]
    [InlineData(0.25, 1.875)]
    [InlineData(0.5, 3.1)]
    [InlineData(0.75, 6.05)]
    [InlineData(0.9, 8.22)]
    [InlineData(1, 9.0)]
    public void Quantiles_are_those_of_numpy(double probability, double expected) =>
        Assert.Equal(expected, Descriptive.Quantile(Sorted, probability), 1e-13);

    [Fact]
    public void Quantiles_and_spreads_agree_with_another_library()
    {
        var stream = new RandomStream(3);
        for (var size = 2; size < 40; size++)
        {
            double[] sample = [.. Enumerable.Range(0, size).Select(_ => stream.NextGaussian()).Order()];
            Assert.Equal(sample.StandardDeviation(), Descriptive.StandardDeviation(sample), 1e-12);
            foreach (var probability in new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.975, 1 })
                Assert.Equal(sample.QuantileCustom(probability, QuantileDefinition.R7), Descriptive.Quantile(sample, probability), 1e-12);
        }
    }

    [Fact]
    public void The_interquartile_mean_of_a_multiple_of_four_is_the_trimmed_mean() =>
        // scipy.stats.trim_mean([1, 2, 3, 5, 7, 8, 9, 100], 0.25) = (3 + 5 + 7 + 8) / 4
        Assert.Equal(5.75, Descriptive.InterquartileMean([1, 2, 3, 5, 7, 8, 9, 100]), 1e-14);

    [Fact]
    public void Where_the_cut_goes_through_a_value_it_counts_in_part()
    {
        // a quarter of 5 is 1.25: (0.75·2 + 4 + 0.75·8) / 2.5
        Assert.Equal(11.5 / 2.5, Descriptive.InterquartileMean([1, 2, 4, 8, 1000]), 1e-14);
        // and of 6 it is 1.5: (0.5·2 + 4 + 8 + 0.5·16) / 3
        Assert.Equal(7.0, Descriptive.InterquartileMean([1, 2, 4, 8, 16, 1000]), 1e-14);
        Assert.Equal(3.5, Descriptive.InterquartileMean([3.5]));
    }

    [Fact]
    public void The_interquartile_mean_does_not_change_when_every_value_is_there_four_times()
    {
        var stream = new RandomStream(4);
        for (var size = 1; size < 30; size++)
        {
            double[] sample = [.. Enumerable.Range(0, size).Select(_ => stream.NextDouble()).Order()];
            double[] fourfold = [.. sample.SelectMany(value => Enumerable.Repeat(value, 4))];
            Assert.Equal(fourfold.Skip(size).Take(2 * size).Average(), Descriptive.InterquartileMean(sample), 1e-12);
        }
    }

    [Fact]
    public void Of_nothing_there_is_no_mean()
    {
        Assert.Throws<ArgumentException>(() => Descriptive.Mean([]));
        Assert.Throws<ArgumentException>(() => Descriptive.StandardDeviation([1]));
        Assert.Throws<ArgumentException>(() => Descriptive.InterquartileMean([]));
    }
}
