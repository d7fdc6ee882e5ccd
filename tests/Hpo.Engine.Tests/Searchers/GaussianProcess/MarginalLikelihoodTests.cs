using Hpo.Engine.Searchers.GaussianProcess;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class MarginalLikelihoodTests
{
    private static readonly double[] Logs = [.. Samples.Theta.InverseSquaredLengths.Select(inverse => Math.Log(inverse)), Math.Log(1.5), Math.Log(0.01)];

    [Fact]
    public void It_differs_between_hyperparameters_as_the_densities_of_data_and_priors_do()
    {
        double[] other = [0, 1, -1, 0.5, 0.2, -7];
        var points = Samples.Points(37);
        var targets = Samples.Targets(points);
        Samples.AssertClose(
            Direct(Hyperparameters.FromLogs(Logs), points, targets) - Direct(Hyperparameters.FromLogs(other), points, targets),
            Value(points, targets, other) - Value(points, targets, Logs),
            1e-10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(37)]
    public void Its_gradient_agrees_with_differences(int count)
    {
        var points = Samples.Points(count);
        var targets = Samples.Targets(points);
        var likelihood = new MarginalLikelihood(new Matern52(Samples.Axes));
        likelihood.SetData(points, targets);
        var gradient = new double[Logs.Length];
        likelihood.Evaluate(Logs, gradient);
        for (var i = 0; i < Logs.Length; i++)
            Samples.AssertClose(Samples.Derivative(logs => likelihood.Evaluate(logs, new double[Logs.Length]), Logs, i, 1e-3), gradient[i], 1e-8);
    }

    [Fact]
    public void Data_set_before_leave_no_trace()
    {
        var points = Samples.Points(13);
        var targets = Samples.Targets(points);
        var likelihood = new MarginalLikelihood(new Matern52(Samples.Axes));
        var many = Samples.Points(60, seed: 2);
        likelihood.SetData(many, Samples.Targets(many));
        likelihood.Evaluate(Logs, new double[Logs.Length]);
        likelihood.SetData(points, targets);
        Assert.Equal(Value(points, targets, Logs), likelihood.Evaluate(Logs, new double[Logs.Length]));
    }

    private static double Value(List<double[]> points, double[] targets, double[] logs)
    {
        var likelihood = new MarginalLikelihood(new Matern52(Samples.Axes));
        likelihood.SetData(points, targets);
        return likelihood.Evaluate(logs, new double[logs.Length]);
    }

    private static double Direct(Hyperparameters theta, List<double[]> points, double[] targets)
    {
        var covariance = Samples.Covariance(theta, points);
        var y = Vector<double>.Build.DenseOfArray(targets);
        var density = -0.5 * (y.DotProduct(covariance.Solve(y)) + covariance.Cholesky().DeterminantLn);
        foreach (var inverse in theta.InverseSquaredLengths)
            density += new Gamma(3, 6).DensityLn(1 / Math.Sqrt(inverse));
        return density + new Gamma(2, 1).DensityLn(theta.Scale) + new Gamma(1.1, 30).DensityLn(theta.Noise);
    }
}
