using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class LogExpectedImprovementTests
{
    // computed with 1000 decimal digits; below −40 by the asymptotic series with 20 terms
    [Theory]
    [InlineData(3, 1.0987396653277077727)]
    [InlineData(1, 0.0800262188493069400)]
    [InlineData(0.5, -0.3598276837450638186)]
    [InlineData(0, -0.9189385332046727418)]
    [InlineData(-0.5, -1.6205162643873199193)]
    [InlineData(-0.999999, -2.4851191214417689959)]
    [InlineData(-1, -2.4851210257126413368)]
    [InlineData(-1.000001, -2.4851229299842356553)]
    [InlineData(-2, -4.7687835239171141569)]
    [InlineData(-5, -16.7443011626609901433)]
    [InlineData(-10, -55.5531220361223559272)]
    [InlineData(-20, -206.9178385094250978539)]
    [InlineData(-30, -457.7246537605980040534)]
    [InlineData(-38, -730.1961834021137391615)]
    [InlineData(-40, -808.2985683566199602409)]
    [InlineData(-100, -5010.129578800250)]
    [InlineData(-1000, -500014.734452091158)]
    [InlineData(-100000, -5000000023.944789463445)]
    public void Log_h_is_accurate_far_into_the_tail(double z, double expected)
    {
        Assert.InRange(LogExpectedImprovement.LogH(z), expected - (1e-13 * Math.Abs(expected)), expected + (1e-13 * Math.Abs(expected)));
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e150)]
    public void It_is_finite_however_small_the_improvement(double deviation)
    {
        var value = LogExpectedImprovement.Evaluate(-1e6 * deviation, 0, deviation, out var byMean, out var byDeviation);
        Assert.True(double.IsFinite(value) && double.IsFinite(byMean) && double.IsFinite(byDeviation));
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(0.3)]
    [InlineData(-0.9)]
    [InlineData(-1.1)]
    [InlineData(-7)]
    [InlineData(-39)]
    public void The_gradient_agrees_with_differences(double z)
    {
        double[] at = [0.2, 0.7];
        var best = at[0] + (z * at[1]);
        double Value(double[] x) => LogExpectedImprovement.Evaluate(best, x[0], x[1], out _, out _);
        LogExpectedImprovement.Evaluate(best, at[0], at[1], out var byMean, out var byDeviation);
        Samples.AssertClose(Samples.Derivative(Value, at, 0), byMean, 1e-8);
        Samples.AssertClose(Samples.Derivative(Value, at, 1), byDeviation, 1e-8);
    }

    [Fact]
    public void It_is_the_mean_improvement_of_draws()
    {
        var random = new Hpo.Engine.Randomness.RandomStream(1);
        var mean = Enumerable.Range(0, 200_000).Average(_ => Math.Max(0, 0.5 - (1 + (0.8 * random.NextGaussian()))));
        Assert.InRange(Math.Exp(LogExpectedImprovement.Evaluate(0.5, 1, 0.8, out _, out _)), mean * 0.98, mean * 1.02);
    }
}
