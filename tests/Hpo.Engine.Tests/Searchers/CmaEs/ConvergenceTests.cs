namespace Hpo.Engine.Tests.Searchers.CmaEs;

/// <summary>CMA-ES on ellipsoids. The limits are the medians that the package cmaes 0.9.1 needs for such problems.</summary>
public class ConvergenceTests
{
    [Theory]
    [InlineData(4, 1, 420)]
    [InlineData(4, 1e3, 640)]
    [InlineData(4, 1e6, 1070)]
    [InlineData(10, 1, 1120)]
    [InlineData(10, 1e3, 2000)]
    [InlineData(10, 1e6, 3850)]
    public void The_centre_of_a_rotated_ellipsoid_is_found_as_fast_as_by_others(int dimensions, double condition, int trialsOfOthers)
    {
        Assert.InRange(MedianTrials(dimensions, condition, rotated: true), trialsOfOthers / 2.0, trialsOfOthers);
    }

    [Theory]
    [InlineData(4, 1e6)]
    [InlineData(10, 1e3)]
    public void A_rotation_of_the_ellipsoid_makes_no_difference(int dimensions, double condition)
    {
        Assert.InRange(MedianTrials(dimensions, condition, rotated: true) / MedianTrials(dimensions, condition, rotated: false), 0.8, 1.25);
    }

    [Fact]
    public void A_monotone_transformation_of_the_errors_makes_no_difference()
    {
        var plain = new EllipsoidRun(3, 100, true, 1).Suggestions(200, error => error);
        Assert.Equal(plain, new EllipsoidRun(3, 100, true, 1).Suggestions(200, error => Math.Log(error) * 1e6));
        Assert.Equal(plain, new EllipsoidRun(3, 100, true, 1).Suggestions(200, error => -1 / error));
        Assert.NotEqual(plain, new EllipsoidRun(3, 100, true, 1).Suggestions(200, error => -error));
    }

    private static double MedianTrials(int dimensions, double condition, bool rotated) =>
        Enumerable.Range(1, 3).Select(seed => new EllipsoidRun(dimensions, condition, rotated, seed).TrialsToTarget(8000)).Order().ElementAt(1);
}
