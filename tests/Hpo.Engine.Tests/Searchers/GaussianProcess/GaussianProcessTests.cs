using Hpo.Engine.Searchers.GaussianProcess;
using MathNet.Numerics.LinearAlgebra;
using Process = Hpo.Engine.Searchers.GaussianProcess.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class GaussianProcessTests
{
    private static readonly List<double[]> Points = Samples.Points(37);
    private static readonly double[] Targets = Samples.Targets(Points);
    private static readonly List<double[]> Others = Samples.Points(9, seed: 2);

    [Fact]
    public void Mean_and_variance_are_those_of_a_direct_solve()
    {
        var model = Model(Points, Targets);
        var covariance = Samples.Covariance(Samples.Theta, Points);
        var alpha = covariance.Solve(Vector<double>.Build.DenseOfArray(Targets));
        foreach (var point in Others.Append(Points[4]))
        {
            var between = Vector<double>.Build.Dense(Points.Count, i => Samples.Kernel(Samples.Theta, point, Points[i]));
            var (mean, variance) = model.Predict(point);
            Samples.AssertClose(between.DotProduct(alpha), mean, 1e-11);
            Samples.AssertClose(Samples.Theta.Scale - between.DotProduct(covariance.Solve(between)), variance, 1e-11);
        }

        Samples.AssertClose(Points.Min(point => model.Predict(point).Mean), model.Best, 1e-11);
    }

    [Fact]
    public void All_scores_at_once_are_those_of_single_points()
    {
        var model = Model(Points, Targets);
        var many = Samples.Points(75, seed: 3);
        var scores = new double[many.Count];
        model.ScoreAll(many.SelectMany(point => point).ToArray(), scores);
        for (var i = 0; i < many.Count; i++)
        {
            var (mean, variance) = model.Predict(many[i]);
            Assert.Equal(LogExpectedImprovement.Evaluate(model.Best, mean, Math.Sqrt(variance), out _, out _), scores[i], 1e-9);
            Assert.Equal(model.Score(many[i], new double[4]), scores[i], 1e-9);
        }
    }

    [Fact]
    public void The_gradient_of_a_score_agrees_with_differences()
    {
        var model = Model([.. Points, .. Others], Targets);
        double[] point = [0.31, 0.62, 0.44, 0.5];
        var gradient = new double[4];
        model.Score(point, gradient);
        for (var i = 0; i < 3; i++)
            Samples.AssertClose(Samples.Derivative(x => model.Score(x, new double[4]), point, i), gradient[i], 1e-7);
    }

    [Fact]
    public void A_pending_point_leaves_the_mean_as_it_is_and_lowers_the_variance_around_it()
    {
        double[] pending = [0.31, 0.62, 0.4375, 0.5];
        double[] near = [0.33, 0.6, 0.4375, 0.5];
        var (without, with) = (Model(Points, Targets), Model([.. Points, pending], Targets));
        foreach (var point in Others.Append(near))
            Samples.AssertClose(without.Predict(point).Mean, with.Predict(point).Mean, 1e-12);
        Assert.True(with.Predict(pending).Variance < 0.02);
        Assert.True(with.Predict(near).Variance < 0.5 * without.Predict(near).Variance);
        Assert.True(with.Score(near, new double[4]) < without.Score(near, new double[4]) - 0.2);
    }

    [Fact]
    public void What_is_extended_equals_what_is_made_at_once()
    {
        var model = new Process(new Matern52(Samples.Axes));
        // with pending points in between, of which some report and others do not
        Assert.True(model.TrySetData(Samples.Theta, Points[..10], Targets.AsSpan(0, 10)));
        Assert.True(model.TrySetData(Samples.Theta, [.. Points[..12], Others[0]], Targets.AsSpan(0, 11)));
        Assert.True(model.TrySetData(Samples.Theta, [.. Points[..30], Others[1], Others[2]], Targets.AsSpan(0, 30)));
        Assert.True(model.TrySetData(Samples.Theta, Points, Targets));
        foreach (var point in Others)
            Assert.Equal(Model(Points, Targets).Predict(point), model.Predict(point));
        Assert.True(model.TrySetData(Samples.Theta with { Scale = 2 }, Points, Targets));
        Assert.NotEqual(Model(Points, Targets).Predict(Others[0]), model.Predict(Others[0]));
    }

    [Fact]
    public void Points_on_top_of_each_other_do_no_harm()
    {
        var theta = Samples.Theta with { Noise = 1e-300 };
        var model = new Process(new Matern52(Samples.Axes));
        Assert.True(model.TrySetData(theta, [.. Points, .. Points], [.. Targets, .. Targets]));
        var (mean, variance) = model.Predict(Points[5]);
        Assert.Equal(Targets[5], mean, 1e-3);
        Assert.InRange(variance, 0, 1e-3);
        // the jitter needed for these is not kept for others
        Assert.True(model.TrySetData(Samples.Theta, Points, Targets));
        Assert.Equal(Model(Points, Targets).Predict(Others[0]), model.Predict(Others[0]));
    }

    [Fact]
    public void Hyperparameters_that_are_no_numbers_are_noticed()
    {
        Assert.False(new Process(new Matern52(Samples.Axes)).TrySetData(Samples.Theta with { Scale = double.NaN }, Points, Targets));
    }

    [Fact]
    public void The_points_most_related_to_one_are_those_with_the_largest_kernel()
    {
        var expected = Enumerable.Range(0, Points.Count).OrderByDescending(i => Samples.Kernel(Samples.Theta, Others[0], Points[i])).Take(3);
        Assert.Equal(expected, Model(Points, Targets).MostRelated(Others[0], Points.Count, 3));
    }

    private static Process Model(List<double[]> points, double[] targets)
    {
        var model = new Process(new Matern52(Samples.Axes));
        Assert.True(model.TrySetData(Samples.Theta, points, targets));
        return model;
    }
}
