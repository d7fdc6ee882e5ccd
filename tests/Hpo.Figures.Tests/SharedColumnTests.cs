using Hpo.Figures.Tests.Comparisons;
using Plotly.Blazor.Traces;

namespace Hpo.Figures.Tests;

public sealed class SharedColumnTests
{
    private static double?[] Falling(int points, int missing = 0) => [.. Enumerable.Range(0, points).Select(i => i < missing ? (double?)null : 1.0 / (i + 1))];

    private static FigureDescription Bands() => Sample.Bands(Sample.Curve(0, Falling(20)), Sample.Curve(1, Falling(20, missing: 3), end: 15));

    [Fact]
    public void A_curve_over_a_part_of_anothers_grid_says_where_and_has_no_x()
    {
        var figure = SharedColumn.Share(Bands());

        // the second curve begins with the fourth point of the grid, and was measured up to the fifteenth
        Assert.Equal([new SharedColumn(8, 3, 3, 12)], figure.SharedX);
        Assert.Null(figure.Trace("Bayesian &lt;optimisation&gt;").X);
        Assert.Equal(20, figure.Trace("Random search").X!.Count);
    }

    [Fact]
    public void What_is_put_in_from_there_is_what_was_described()
    {
        var (whole, figure) = (Bands(), SharedColumn.Share(Bands()));

        foreach (var shared in figure.SharedX!)
            ((Scatter)figure.Data[shared.Trace]).X = [.. ((Scatter)figure.Data[shared.Of]).X!.Skip(shared.From).Take(shared.Count)];

        Assert.Equal(whole.Data.Cast<Scatter>().Select(trace => trace.X), figure.Data.Cast<Scatter>().Select(trace => trace.X));
    }

    [Fact]
    public void A_few_points_and_those_that_stand_elsewhere_stay() =>
        Assert.Null(SharedColumn.Share(Sample.Bands(Sample.Curve(0, Falling(10)), Sample.Curve(1, Falling(10), end: 5))).SharedX);
}
