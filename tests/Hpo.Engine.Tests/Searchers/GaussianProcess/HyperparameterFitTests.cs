using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class HyperparameterFitTests
{
    [Fact]
    public void A_smooth_function_without_noise_gets_little_noise_and_one_with_noise_gets_much()
    {
        var points = Samples.Points(60);
        var targets = Samples.Targets(points);
        var random = new Hpo.Engine.Randomness.RandomStream(1);
        double[] noisy = [.. targets.Select(target => target + (0.3 * random.NextGaussian()))];
        Assert.InRange(Fit(points, targets)!.Noise, Hyperparameters.MinNoise, 1e-3);
        Assert.InRange(Fit(points, noisy)!.Noise, 0.03, 1);
    }

    [Fact]
    public void An_axis_that_does_not_matter_gets_a_length_longer_than_one_that_does()
    {
        var points = Samples.Points(60);
        var theta = Fit(points, [.. points.Select(point => Math.Sin(9 * point[0]))])!;
        Assert.True(theta.InverseSquaredLengths[0] > 100 * theta.InverseSquaredLengths[1]);
    }

    [Fact]
    public void A_fit_depends_on_the_data_and_not_on_fits_before()
    {
        var points = Samples.Points(40);
        var targets = Samples.Targets(points);
        var fit = new HyperparameterFit(new Matern52(Samples.Axes));
        for (var count = 10; count < 40; count += 7)
            Assert.NotNull(fit.Fit(Data(points[..count], targets[..count])));
        var last = fit.Fit(Data(points, targets))!;
        Assert.Equal(Fit(points, targets)!.InverseSquaredLengths, last.InverseSquaredLengths);
        Assert.Same(last, fit.Fit(Data(points, targets)));
        Assert.NotEqual(last.Noise, fit.Fit(Data(points, [.. targets.Select(target => target * target)]))!.Noise);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(99, 99)]
    [InlineData(104, 100)]
    [InlineData(105, 105)]
    [InlineData(199, 195)]
    [InlineData(209, 200)]
    [InlineData(210, 210)]
    public void Every_trial_leads_to_a_new_fit_at_first_and_every_twentieth_part_later(int count, int fitted)
    {
        Assert.Equal(fitted, HyperparameterFit.Milestone(count));
    }

    [Fact]
    public void First_trials_that_have_all_failed_do_not_stop_it()
    {
        var points = Samples.Points(109);
        double[] errors = [.. Enumerable.Repeat(double.NaN, 105), 1, 2, 3, 4];
        Assert.NotNull(Fit(points, errors));
    }

    private static Hyperparameters? Fit(List<double[]> points, double[] errors) =>
        new HyperparameterFit(new Matern52(Samples.Axes)).Fit(Data(points, errors));

    private static GpData Data(List<double[]> points, double[] errors) => new([.. Enumerable.Range(0, errors.Length)], [.. points], errors, []);
}
