using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Figures.Comparisons;
using Plotly.Blazor.Traces;

namespace Hpo.Figures.Tests.Comparisons;

public sealed class MethodCurvesTests
{
    private static readonly MethodCurve[] Curves = [new(0, [1.5, 2]), new(1, [1.5, 1])];

    private static RankFigure Ranks(int repetitions = 3, int failed = 1) => new(CostAxis.Trials, [1, 20], Curves, repetitions, failed);

    private static TargetFigure Targets() => new(CostAxis.Trials, [1, 20], [new(0, [0, 0.5]), new(1, [0.125, 0.75])], [], 3, 0);

    private static FigureDescription Described(RankFigure figure, bool isOver = false) => MethodCurves.Ranks(Sample.Sight(CostAxis.Trials, isOver), figure, Styles.Light);

    [Fact]
    public void The_best_rank_is_on_top_and_in_words_first()
    {
        var figure = Described(Ranks());

        Assert.Equal([2.15, 0.85], figure.Views[0].Layout.YAxis![0].Range);
        Assert.Equal(
            "After 20 trials: Bayesian <optimisation> 1.00; Random search 2.00. Over 3 repetitions that every method has finished; 1 left out, because a method failed.",
            figure.Summary);
    }

    [Fact]
    public void Of_targets_the_largest_share_is_first()
    {
        var figure = MethodCurves.Targets(Sample.Sight(CostAxis.Trials), Targets(), Styles.Light);

        Assert.Equal("After 20 trials: Bayesian <optimisation> 75 %; Random search 50 %. Over 3 repetitions that every method has finished.", figure.Summary);
        Assert.All(figure.Table!.Columns, column => Assert.Equal(ColumnFormat.Share, column.Format));
    }

    [Theory]
    [InlineData(false, "Waiting until every method has finished a repetition…")]
    [InlineData(true, "No repetition was finished by every method.")]
    public void Without_a_repetition_of_all_it_says_so(bool isOver, string words) => Assert.Equal(words, Described(Ranks(repetitions: 0), isOver).Empty);

    [Fact]
    public void A_method_has_the_same_colour_and_mark_on_all_figures_whatever_comes_and_goes()
    {
        FigureDescription[] figures =
            [Sample.Bands(Sample.Curve(1, [0.5])), Described(Ranks()), MethodCurves.Targets(Sample.Sight(CostAxis.Trials), Targets(), Styles.Light)];
        foreach (var (name, colour) in new[] { ("Random search", "#111111"), ("Bayesian &lt;optimisation&gt;", "#222222") })
        {
            var lines = figures.Select(figure => figure.Trace(name)).ToList();
            Assert.All(lines, line => Assert.Equal(colour, line.Line!.Color));
            Assert.Single(lines.Select(line => line.Marker!.Symbol).Distinct());
        }
    }

    [Fact]
    public void A_value_that_is_not_there_is_not_drawn()
    {
        var figure = Described(Ranks() with { Curves = [new(0, [null, 2]), new(1, [1, 1])] });

        Assert.Equal([20.0], figure.Trace("Random search").X);
        Assert.Equal([2.0], ((Scatter)figure.Data[0]).Y);
    }
}
