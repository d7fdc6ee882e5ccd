using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class CurveSketchTests
{
    [Fact]
    public void One_epoch_is_no_line() => Assert.Equal("", CurveSketch.Points([new EpochPoint(1, 0.5, default)]));

    [Fact]
    public void The_line_goes_from_the_first_epoch_to_the_last_and_down_as_the_error_falls() =>
        Assert.Equal("4,4 296,76", CurveSketch.Points([new(1, 0.9, default), new(2, 0.1, default)]));

    [Fact]
    public void A_curve_that_stays_level_is_drawn_in_the_middle() =>
        Assert.Equal("4,40 296,40", CurveSketch.Points([new(1, 0.5, default), new(2, 0.5, default)]));

    [Fact]
    public void A_long_curve_is_thinned_and_keeps_its_end()
    {
        var points = CurveSketch.Points([.. Enumerable.Range(1, 10_000).Select(epoch => new EpochPoint(epoch, 1.0 / epoch, default))]).Split(' ');

        Assert.InRange(points.Length, 100, 400);
        Assert.Equal("296,76", points[^1]);
    }
}
