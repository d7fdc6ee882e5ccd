using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Figures.Comparisons;
using Plotly.Blazor.LayoutLib.YAxisLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib.LineLib;

namespace Hpo.Figures.Tests.Comparisons;

public sealed class IncumbentBandsTests
{
    private const string Bayesian = "Bayesian &lt;optimisation&gt;";

    [Fact]
    public void Nothing_is_drawn_before_a_curve_begins_and_all_lines_are_steps()
    {
        var figure = Sample.Bands(Sample.Curve(0, [null, null, 0.5, 0.4]), Sample.Curve(1, [0.9, 0.9, 0.8, 0.8]));

        Assert.Equal([3.0, 4.0], figure.Trace("Random search").X);
        Assert.Equal([0.5, 0.4], figure.Trace("Random search").Y);
        Assert.Equal([1.0, 2.0, 3.0, 4.0], figure.Trace(Bayesian).X);
        Assert.All(figure.Data.Cast<Scatter>(), trace => Assert.Equal(ShapeEnum.Hv, trace.Line?.Shape));
    }

    [Fact]
    public void One_repetition_has_no_band_and_several_have_dashed_edges()
    {
        var one = Sample.Bands(Sample.Curve(0, [0.5, 0.4]));
        var several = Sample.Bands(Sample.Curve(0, [0.5, 0.4], [0.4, 0.3], [0.6, 0.5]));

        Assert.Empty(one.Trace("Random search: lower").X!);
        Assert.DoesNotContain(one.Legend, entry => entry.Mark == "band");
        Assert.Equal([0.4, 0.3], several.Trace("Random search: lower").Y);
        Assert.Equal("dash", several.Trace("Random search: upper").Line?.Dash);
        Assert.Contains(several.Legend, entry => entry.Mark == "band");
    }

    [Fact]
    public void Where_all_repetitions_had_ended_the_curve_is_held_thin_and_without_a_band()
    {
        var figure = Sample.Bands(Sample.Curve(0, [0.5, 0.4, 0.4, 0.4], [0.4, 0.3, 0.3, 0.3], [0.6, 0.5, 0.5, 0.5], end: 2));

        Assert.Equal([1.0, 2.0], figure.Trace("Random search").X);
        Assert.Equal([2.0, 4.0], figure.Trace("Random search: held").X);
        Assert.Equal([1.0, 2.0], figure.Trace("Random search: lower").X);
        Assert.Contains(figure.Legend, entry => entry.Mark == "held");
    }

    [Fact]
    public void Lines_that_nobody_points_at_have_points_where_they_change()
    {
        var figure = Sample.Bands(Sample.Curve(0, [0.5, 0.5, 0.5, 0.5, 0.4, 0.4], [0.3, 0.3, 0.3, 0.3, 0.2, 0.2], [0.6, 0.6, 0.6, 0.6, 0.5, 0.5]));

        Assert.Equal([1.0, 4.0, 5.0, 6.0], figure.Trace("Random search: lower").X);
        Assert.Equal([0.3, 0.3, 0.2, 0.2], figure.Trace("Random search: lower").Y);
        Assert.Equal(6, figure.Trace("Random search").X!.Count);
    }

    [Fact]
    public void What_is_pointed_at_says_the_value_its_spread_and_over_how_many_repetitions()
    {
        var mean = Sample.Bands(Sample.Curve(0, [0.5], [0.4], [0.75])).Trace("Random search");
        var median = Sample.Bands(Sample.Sight(), Sample.Figure(Summary.Median, CostAxis.Time, Sample.Curve(0, [0.5], [0.4], [0.75]))).Trace("Random search");

        Assert.Equal("Random search: %{y:.4~g} ± %{customdata:.2~g} (3 repetitions)<extra></extra>", mean.HoverTemplate);
        Assert.Equal([0.25], mean.CustomData);
        Assert.Equal("Random search: %{y:.4~g}, %{customdata[0]:.4~g} to %{customdata[1]:.4~g} (3 repetitions)<extra></extra>", median.HoverTemplate);
        Assert.Equal([0.4, 0.75], Assert.IsType<double[]>(Assert.Single(median.CustomData!)));
    }

    [Fact]
    public void Bands_are_filled_while_they_do_not_hide_each_other()
    {
        var five = Sample.Contest with { Methods = ["a", "b", "c", "d", "e"] };

        Assert.NotNull(Sample.Bands(Sample.Curve(0, [0.5], [0.4], [0.6])).Trace("Random search: upper").Fill);
        Assert.Null(Sample.Bands(Sample.Sight(contest: five), Sample.Figure(Sample.Curve(0, [0.5], [0.4], [0.6]))).Trace("a: upper").Fill);
    }

    [Fact]
    public void A_style_changes_colours_and_sizes_and_nothing_that_is_told()
    {
        var curves = Sample.Figure(Sample.Curve(0, [0.5, 0.4]));
        var light = IncumbentBands.Describe(Sample.Sight(), curves, [], false, Styles.Light);
        var dark = IncumbentBands.Describe(Sample.Sight(), curves, [], false, Styles.Dark with { FontSize = 20 });

        Assert.Equal(("#111111", "#aaaaaa"), (light.Trace("Random search").Line!.Color, dark.Trace("Random search").Line!.Color));
        Assert.Equal(2 * light.Trace("Random search").Line!.Width, dark.Trace("Random search").Line!.Width);
        Assert.Equal(("#ffffff", "#000000"), (light.Views[0].Layout.PaperBgColor, dark.Views[0].Layout.PaperBgColor));
        Assert.Equal(light.Summary, dark.Summary);
        Assert.Equal(light.Trace("Random search").Y, dark.Trace("Random search").Y);
    }

    [Fact]
    public void There_is_a_view_for_each_choice_of_scales()
    {
        var figure = Sample.Bands(Sample.Curve(0, [0.5, 0.4]));

        Assert.Equal(4, figure.Views.Count);
        Assert.Equal(TypeEnum.Log, figure.View(isLog: true, isLogX: false).Layout.YAxis![0].Type);
        Assert.Equal(TypeEnum.Linear, figure.View(isLog: false, isLogX: true).Layout.YAxis![0].Type);
        // a log scale has no 0 to begin at
        Assert.NotNull(figure.View(false, false).Layout.XAxis![0].RangeMode);
        Assert.Null(figure.View(false, true).Layout.XAxis![0].RangeMode);
    }

    [Fact]
    public void The_zoom_stays_while_results_arrive_and_is_another_on_another_axis()
    {
        static (object? X, object? Y) Places(CostAxis axis, double last, bool isLog = false)
        {
            var layout = Sample.Bands(Sample.Sight(axis), Sample.Figure(Summary.Mean, axis, Sample.Curve(0, [0.5, last]))).View(isLog, false).Layout;
            return (layout.XAxis![0].UiRevision, layout.YAxis![0].UiRevision);
        }

        Assert.Equal(Places(CostAxis.Time, 0.4), Places(CostAxis.Time, 0.3));
        Assert.NotEqual(Places(CostAxis.Time, 0.4).X, Places(CostAxis.Epochs, 0.4).X);
        Assert.Equal(Places(CostAxis.Time, 0.4).Y, Places(CostAxis.Epochs, 0.4).Y);
        Assert.NotEqual(Places(CostAxis.Time, 0.4).Y, Places(CostAxis.Time, 0.4, isLog: true).Y);
    }

    [Fact]
    public void What_cannot_be_drawn_on_a_log_scale_is_said()
    {
        var figure = Sample.Bands(Sample.Curve(0, [0.5, 0.4], [0.1, -0.1], [1, 1]));

        Assert.Null(figure.View(false, false).Note);
        Assert.Contains("lower edge", figure.View(true, false).Note, StringComparison.Ordinal);
        Assert.Contains("Values of 0 and below", Sample.Bands(Sample.Curve(0, [0.5, 0])).View(true, false).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void In_words_the_lowest_comes_first_and_of_many_the_rest_is_counted()
    {
        Assert.Equal(
            "Mean with one standard deviation, after 2 s: Bayesian <optimisation> 0.3000 ± 0.1 (3 repetitions); Random search 0.4000 (1 repetition), 2 without a result.",
            Sample.Bands(Sample.Curve(0, [0.5, 0.4], missing: 2), Sample.Curve(1, [0.4, 0.3], [0.3, 0.2], [0.5, 0.4])).Summary);
        var six = Sample.Sight(CostAxis.Trials, contest: Sample.Contest with { Methods = ["a", "b", "c", "d", "e", "f"] });
        var curves = Enumerable.Range(0, 6).Select(method => Sample.Curve(method, [0.1 * (method + 1)])).ToArray();
        Assert.EndsWith("d 0.4000 (1 repetition); and 2 higher, in the table.", Sample.Bands(six, Sample.Figure(Summary.Median, CostAxis.Trials, curves)).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0, "Waiting for the first repetition…")]
    [InlineData(true, 0, "It ended before a repetition had.")]
    [InlineData(true, 3, "No repetition handed in an error.")]
    public void With_nothing_to_show_it_says_why(bool isOver, int done, string words)
    {
        var figure = Sample.Bands(Sample.Sight(isOver: isOver, done: done), Sample.Figure());

        Assert.Equal(words, figure.Empty);
        Assert.Equal("", figure.Summary);
        Assert.All(figure.Data.Cast<Scatter>(), trace => Assert.Empty(trace.X!));
    }

    [Fact]
    public void A_race_shows_the_running_curves_until_now()
    {
        var sight = Sample.Sight(contest: Sample.Contest with { IsRace = true });
        var figure = Sample.Bands(sight, Sample.Figure(), new RacingCurve(1, 0, [(2, 0.5), (5, 0.3)], 9));
        var running = figure.Trace($"{Bayesian}: now");

        Assert.Null(figure.Empty);
        Assert.Equal([2.0, 5.0, 9.0], running.X);
        Assert.Equal([0.5, 0.3, 0.3], running.Y);
        Assert.Equal(new RacingMark(1, 0, 2), running.Meta);
        Assert.Null(figure.Trace("Random search: now").Meta);
        Assert.Equal("seconds since the start", figure.Views[0].Layout.XAxis![0].Title?.Text);
    }

    [Fact]
    public void The_table_has_for_each_method_its_curve_and_its_band()
    {
        var table = Sample.Bands(Sample.Curve(0, [0.5], [0.4], [0.6]), Sample.Curve(1, [0.5])).Table!;

        Assert.Equal("Best error so far, mean with one standard deviation; a value holds until the next line", table.Caption);
        Assert.Equal(["Random search", "from", "to", "Bayesian <optimisation>", "from", "to"], table.Columns.Select(column => column.Title));
        Assert.Equal([3, 0, 1, 8, 5, 6], table.Columns.Select(column => column.Trace));
    }
}
