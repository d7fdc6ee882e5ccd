using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class TargetScaleTests
{
    [Fact]
    public void Errors_that_are_close_together_are_only_standardised()
    {
        var scale = TargetScale.Of([1, 2, 3, 4, 5]);
        Assert.Equal([-2, -1, 0, 1, 2], scale.Targets.Select(target => Math.Round(target * Math.Sqrt(2), 12)));
        Assert.Equal(Math.Sqrt(2), Math.Exp(scale.LogUnit), 1e-12);
    }

    [Fact]
    public void The_scale_and_origin_of_errors_do_not_matter()
    {
        var targets = TargetScale.Of([1, 2, 3, 40, 5, double.NaN]).Targets;
        var others = TargetScale.Of([-700, -600, -500, 3200, -300, double.NaN]).Targets;
        for (var i = 0; i < targets.Length; i++)
            Assert.Equal(targets[i], others[i], 1e-12);
    }

    [Fact]
    public void A_terrible_error_stays_the_worst_but_does_not_flatten_the_others()
    {
        double[] errors = [1, 2, 3, 4, 5, 1e6];
        var targets = TargetScale.Of(errors).Targets;
        Assert.Equal(targets.Order(), targets);
        Assert.Equal(targets[1] - targets[0], targets[3] - targets[2], 1e-12);
        Assert.True(targets[1] - targets[0] > 0.03);
    }

    [Fact]
    public void A_failed_trial_is_worse_than_every_other()
    {
        var targets = TargetScale.Of([3, double.NaN, 900, 1, double.NaN]).Targets;
        Assert.InRange(targets[1], targets[2] + 0.01, targets[2] + 1);
        Assert.Equal(targets[1], targets[4]);
        var equal = TargetScale.Of([3, double.NaN, 3]).Targets;
        Assert.Equal([0, 0.05, 0], equal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    [InlineData(1e9, 1e9 + 1e-6)]
    public void Targets_are_finite_whatever_the_errors(double even, double odd)
    {
        var scale = TargetScale.Of([even, odd, even, odd, double.NaN]);
        Assert.All(scale.Targets, target => Assert.True(double.IsFinite(target)));
        Assert.True(double.IsFinite(scale.LogUnit));
        Assert.True(even == odd || scale.Targets[1] > scale.Targets[0]);
    }
}
