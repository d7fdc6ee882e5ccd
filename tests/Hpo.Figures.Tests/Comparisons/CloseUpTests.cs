using Hpo.Figures.Comparisons;

namespace Hpo.Figures.Tests.Comparisons;

public sealed class CloseUpTests
{
    private static double?[] Falling(double first) => [.. Enumerable.Range(1, 20).Select(x => (double?)(x < 2 ? first : 0.2 - (0.005 * x)))];

    [Fact]
    public void A_beginning_that_would_flatten_the_rest_lies_above_the_picture_and_that_is_said()
    {
        var fit = CloseUp.Of(Sample.Figure(Sample.Curve(0, Falling(0.9))), [])!;

        Assert.InRange(fit.From, 0, 0.1);
        Assert.InRange(fit.To, 0.185, 0.2);
        Assert.Equal(CloseUp.BeginningIsAbove, fit.Note);
    }

    [Fact]
    public void One_that_would_not_is_in_it() => Assert.Null(CloseUp.Of(Sample.Figure(Sample.Curve(0, Falling(0.21))), []));

    [Fact]
    public void A_flat_rest_has_no_extent_to_close_up_on() =>
        Assert.Null(CloseUp.Of(Sample.Figure(Sample.Curve(0, [.. Enumerable.Range(1, 20).Select(x => (double?)(x < 2 ? 0.9 : 0.2))])), []));

    [Fact]
    public void Where_there_is_nothing_there_is_no_part_of_it() => Assert.Null(CloseUp.Of(Sample.Figure(Sample.Curve(0, new double?[20])), []));

    [Theory]
    [InlineData(0.5, 0.45, 0.55)]
    [InlineData(-2, -2.2, -1.8)]
    [InlineData(0, -0.1, 0.1)]
    public void A_single_value_is_not_drawn_on_a_scale_of_whole_units(double value, double from, double to)
    {
        var fit = CloseUp.Of(Sample.Figure(), [new(0, 0, [(3, value)], null)])!;

        Assert.Equal((from, to, null), (Math.Round(fit.From, 9), Math.Round(fit.To, 9), fit.Note));
    }
}
