using Hpo.Comparisons.Statistics;
using Hpo.Engine.Randomness;

namespace Hpo.Comparisons.Tests.Statistics;

public class BootstrapResamplesTests
{
    private static double[] Draw(Random stream, int size, Func<Random, double> draw) => [.. Enumerable.Range(0, size).Select(_ => draw(stream))];

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another()
    {
        var sample = Draw(new RandomStream(1), 30, stream => stream.NextDouble());
        var first = new BootstrapResamples(30, 7).InterquartileMeanInterval(sample);
        Assert.Equal(first, new BootstrapResamples(30, 7).InterquartileMeanInterval(sample));
        Assert.NotEqual(first, new BootstrapResamples(30, 8).InterquartileMeanInterval(sample));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    public void Counting_in_the_sorted_sample_is_resampling_it(int size)
    {
        var sample = Draw(new RandomStream(2), size, stream => stream.NextDouble());
        var stream = RandomStream.Derive(5, size, "bootstrap");
        var estimates = new double[BootstrapResamples.Resamples];
        for (var i = 0; i < estimates.Length; i++)
            estimates[i] = Descriptive.InterquartileMean([.. Enumerable.Range(0, size).Select(_ => sample[stream.Next(size)]).Order()]);
        Array.Sort(estimates);
        var (lower, upper) = new BootstrapResamples(size, 5).InterquartileMeanInterval(sample);
        Assert.Equal(Descriptive.Quantile(estimates, 0.025), lower, 1e-12);
        Assert.Equal(Descriptive.Quantile(estimates, 0.975), upper, 1e-12);
    }

    [Fact]
    public void A_sample_of_equal_values_has_an_interval_without_width() =>
        Assert.Equal((0.25, 0.25), new BootstrapResamples(12, 1).InterquartileMeanInterval([.. Enumerable.Repeat(0.25, 12)]));

    [Theory]
    // the interquartile mean of the uniform distribution is its centre
    [InlineData("uniform", 0.5)]
    // and of the exponential one 2·∫ −ln u du from ¼ to ¾
    [InlineData("exponential", 0.7383763)]
    public void Its_95_percent_interval_holds_the_truth_about_95_times_in_100(string distribution, double truth)
    {
        const int Samples = 1000;
        const int Size = 30;
        var held = 0;
        for (var i = 0; i < Samples; i++)
        {
            var sample = Draw(
                RandomStream.Derive(11, i, distribution), Size, stream => distribution == "uniform" ? stream.NextDouble() : -Math.Log(1 - stream.NextDouble()));
            var (lower, upper) = new BootstrapResamples(Size, i).InterquartileMeanInterval(sample);
            if (lower <= truth && truth <= upper)
                held++;
        }

        // a percentile interval of 30 values is a little too narrow, and 1000 samples are off by up to 2 in 100
        Assert.InRange(held / (double)Samples, 0.91, 0.97);
    }

    [Fact]
    public void A_sample_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BootstrapResamples(3, 1).InterquartileMeanInterval([1, 2]));
}
