using Hpo.Engine.Searchers.CmaEs;
using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class MarginTests
{
    private const double Alpha = 0.05;

    [Theory]
    [InlineData(0.5, 0.1)]
    [InlineData(0.45, 0.2)]
    [InlineData(0.55, 1)]
    public void A_distribution_that_can_leave_its_cell_stays_as_it_is(double mean, double deviation)
    {
        Assert.Equal((mean, deviation), Margin.Correct(mean, deviation, (0.4, 0.6), Alpha));
    }

    [Theory]
    [InlineData(0.5, 1e-3)]
    [InlineData(0.41, 1e-3)]
    [InlineData(0.41, 0.02)]
    [InlineData(0.599, 1e-9)]
    [InlineData(0.55, 0.03)]
    public void Both_neighbours_of_a_cell_inside_keep_half_the_margin_at_least(double mean, double deviation)
    {
        var (m, s) = Margin.Correct(mean, deviation, (0.4, 0.6), Alpha);
        Assert.InRange(Normal.CDF(m, s, 0.4), (Alpha / 2) - 1e-9, 0.5);
        Assert.InRange(1 - Normal.CDF(m, s, 0.6), (Alpha / 2) - 1e-9, 0.5);
        Assert.InRange(m, 0.4, 0.6);
    }

    [Fact]
    public void A_narrow_distribution_in_the_middle_of_its_cell_stays_there_and_widens()
    {
        var (mean, deviation) = Margin.Correct(0.5, 1e-6, (0.4, 0.6), Alpha);
        Assert.Equal(0.5, mean, 12);
        // 2.5 % lie beyond 1.959964 deviations on either side
        Assert.Equal(0.1 / 1.959964, deviation, 6);
    }

    [Fact]
    public void Correcting_twice_changes_nothing_more()
    {
        var once = Margin.Correct(0.43, 0.004, (0.4, 0.6), Alpha);
        var twice = Margin.Correct(once.Mean, once.Deviation, (0.4, 0.6), Alpha);
        Assert.Equal(once.Mean, twice.Mean, 9);
        Assert.Equal(once.Deviation, twice.Deviation, 9);
    }

    [Theory]
    [InlineData(0, 0.5, 0.1)]
    [InlineData(0, 0.5, -0.7)]
    [InlineData(0.5, 1, 0.9)]
    [InlineData(0.5, 1, 3)]
    public void In_a_cell_at_the_end_the_mean_comes_so_near_that_the_other_side_keeps_the_margin(double lower, double upper, double mean)
    {
        var (m, s) = Margin.Correct(mean, 0.01, (lower, upper), Alpha);
        Assert.Equal(0.01, s);
        Assert.Equal(Alpha, lower == 0 ? 1 - Normal.CDF(m, s, upper) : Normal.CDF(m, s, lower), 9);
    }

    [Theory]
    [InlineData(0, 0.5, 0.49)]
    [InlineData(0.5, 1, 0.5)]
    public void In_a_cell_at_the_end_a_mean_that_is_near_enough_stays(double lower, double upper, double mean)
    {
        Assert.Equal((mean, 0.1), Margin.Correct(mean, 0.1, (lower, upper), Alpha));
    }
}
