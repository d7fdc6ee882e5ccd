using System.Runtime.Intrinsics;
using Hpo.Engine.Searchers.Densities;

namespace Hpo.Engine.Tests.Searchers.Densities;

public class StandardNormalTests
{
    /// <summary>Computed from the complementary error function with 50 digits.</summary>
    [Theory]
    [InlineData(0, 1, -1.0748623268620714)]
    [InlineData(-1, 1, -0.38171514630212607)]
    [InlineData(-0.5, 0.5, -0.95991633369562232)]
    [InlineData(-0.25, 3, -0.5152413125000841)]
    [InlineData(2, 2.5, -4.1019453780310248)]
    [InlineData(-2.5, -2, -4.1019453780310248)]
    [InlineData(5, 6, -15.068446096529453)]
    [InlineData(-9, -8.5, -39.209373391744011)]
    [InlineData(30, 31, -454.32124395634325)]
    [InlineData(-41, -40, -804.60844201375379)]
    [InlineData(100, 100.5, -5005.5242086942051)]
    [InlineData(1, 1.001, -8.3271939371452438)]
    [InlineData(-0.01, 0.02, -4.4255464290246866)]
    [InlineData(500, 1000, -125007.13355063159)]
    public void The_mass_of_an_interval_is_right_far_into_the_tails(double from, double to, double expected)
    {
        Assert.Equal(expected, StandardNormal.LogInterval(from, to), 1e-9 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void The_mass_of_a_wide_interval_is_one_and_of_an_empty_one_zero()
    {
        Assert.Equal(0, StandardNormal.LogInterval(-8, 8), 1e-14);
        Assert.Equal(double.NegativeInfinity, StandardNormal.LogInterval(3, 3));
    }

    [Fact]
    public void All_lanes_are_computed_alike()
    {
        var from = Vector512.Create(-40.0, -3, -0.5, 0, 0.25, 2, 6, 30);
        var masses = StandardNormal.LogInterval(from, from + Vector512<double>.One);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            Assert.Equal(StandardNormal.LogInterval(from[lane], from[lane] + 1), masses[lane]);
    }

    [Fact]
    public void Masses_of_neighbouring_intervals_add_up()
    {
        for (var from = -12.0; from < 12; from += 0.37)
        {
            var both = Math.Exp(StandardNormal.LogInterval(from, from + 0.2)) + Math.Exp(StandardNormal.LogInterval(from + 0.2, from + 0.5));
            Assert.Equal(1, both / Math.Exp(StandardNormal.LogInterval(from, from + 0.5)), 1e-10);
        }
    }
}
