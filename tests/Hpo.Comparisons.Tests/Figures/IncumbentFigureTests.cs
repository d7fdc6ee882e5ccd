using System.Text.Json;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Statistics;
using Hpo.Comparisons.Tests.Curves;

namespace Hpo.Comparisons.Tests.Figures;

public class IncumbentFigureTests
{
    [Fact]
    public void The_mean_is_drawn_with_one_standard_deviation_to_either_side()
    {
        var figure = IncumbentFigure.Create([Repetitions.Flat(0, 0, 0.2), Repetitions.Flat(0, 1, 0.6)], 1, CostAxis.Trials, Summary.Mean);
        var curve = Assert.Single(figure.Curves);
        var deviation = Math.Sqrt(0.08);
        Assert.Equal(10, figure.Grid.Length);
        Assert.All(curve.Center, value => Assert.Equal(0.4, value!.Value, 1e-12));
        Assert.All(curve.Lower, value => Assert.Equal(0.4 - deviation, value!.Value, 1e-12));
        Assert.All(curve.Upper, value => Assert.Equal(0.4 + deviation, value!.Value, 1e-12));
    }

    [Fact]
    public void The_median_is_drawn_with_the_quartiles()
    {
        double[] errors = [0.5, 0.1, 0.2, 0.9, 0.3];
        List<RepetitionResult> results = [.. errors.Select((error, repetition) => Repetitions.Flat(0, repetition, error))];
        var curve = IncumbentFigure.Create(results, 1, CostAxis.Time, Summary.Median).Curves[0];
        Assert.All(curve.Center, value => Assert.Equal(0.3, value));
        Assert.All(curve.Lower, value => Assert.Equal(0.2, value));
        Assert.All(curve.Upper, value => Assert.Equal(0.5, value));
    }

    [Fact]
    public void The_interquartile_mean_is_drawn_with_its_bootstrap_interval()
    {
        var results = Repetitions.RandomMethods(1, 12, 40);
        var figure = IncumbentFigure.Create(results, 1, CostAxis.Trials, Summary.InterquartileMean, seed: 9);
        double[] last = [.. results.Select(result => result.Steps[^1].Error)];
        var (lower, upper) = new BootstrapResamples(12, 9).InterquartileMeanInterval(last);
        Assert.Equal(Descriptive.InterquartileMean([.. last.Order()]), figure.Curves[0].Center[^1]!.Value, 1e-14);
        Assert.Equal(lower, figure.Curves[0].Lower[^1]!.Value, 1e-14);
        Assert.Equal(upper, figure.Curves[0].Upper[^1]!.Value, 1e-14);
    }

    [Fact]
    public void Nothing_is_drawn_before_every_repetition_of_the_method_has_an_error()
    {
        var figure = IncumbentFigure.Create(
            [Repetitions.Flat(0, 0, 0.5, 6), Repetitions.Of(1, 0, 6, (1, 0.8)), Repetitions.Of(1, 1, 6, (4, 0.4))], 2, CostAxis.Trials, Summary.Mean);
        Assert.Equal([1, 2, 3, 4, 5, 6], figure.Grid);
        Assert.Equal([null, null, null], figure.Curves[1].Center[..3]);
        Assert.All(figure.Curves[1].Center[3..], value => Assert.Equal(0.6, value!.Value, 1e-12));
    }

    [Fact]
    public void A_repetition_that_ended_holds_its_value_while_the_others_go_on()
    {
        var figure = IncumbentFigure.Create(
            [Repetitions.Of(0, 0, 3, (1, 0.8), (3, 0.2)) with { Outcome = RepetitionOutcome.Exhausted }, Repetitions.Flat(1, 0, 0.5, 9)], 2, CostAxis.Trials, Summary.Mean);
        Assert.Equal(9, figure.Grid[^1]);
        Assert.All(figure.Curves[0].Center[2..], value => Assert.Equal(0.2, value));
        Assert.Equal(3, figure.Curves[0].End);
        Assert.Equal(9, figure.Curves[1].End);
    }

    [Fact]
    public void A_failed_repetition_and_one_without_an_error_are_left_out_and_counted()
    {
        var figure = IncumbentFigure.Create(
            [Repetitions.Flat(0, 0, 0.5), Repetitions.Failed(Repetitions.Flat(0, 1, 0.1)), Repetitions.Of(0, 2, 10)], 1, CostAxis.Trials, Summary.Mean);
        Assert.All(figure.Curves[0].Center, value => Assert.Equal(0.5, value));
        Assert.Equal(1, figure.Curves[0].Repetitions);
        Assert.Equal(2, figure.Curves[0].Missing);
    }

    [Theory]
    [InlineData(Summary.Mean)]
    [InlineData(Summary.Median)]
    [InlineData(Summary.InterquartileMean)]
    public void One_repetition_has_a_curve_but_no_band(Summary summary)
    {
        var curve = IncumbentFigure.Create([Repetitions.Flat(0, 0, 0.5)], 1, CostAxis.Trials, summary).Curves[0];
        Assert.All(curve.Center, value => Assert.Equal(0.5, value));
        Assert.All(curve.Lower, value => Assert.Null(value));
        Assert.All(curve.Upper, value => Assert.Null(value));
    }

    [Theory]
    [InlineData(Summary.Mean)]
    [InlineData(Summary.Median)]
    [InlineData(Summary.InterquartileMean)]
    public void Regret_is_the_error_less_the_known_minimum(Summary summary)
    {
        var results = Repetitions.RandomMethods(2, 9, 30);
        var errors = IncumbentFigure.Create(results, 2, CostAxis.Epochs, summary);
        var regret = IncumbentFigure.Create(results, 2, CostAxis.Epochs, summary, knownMinimum: -0.25);
        foreach (var (error, shifted) in errors.Curves.Zip(regret.Curves))
        {
            Assert.Equal(error.Center.Select(value => Math.Round(value + 0.25 ?? -1, 9)), shifted.Center.Select(value => Math.Round(value ?? -1, 9)));
            Assert.Equal(error.Upper.Select(value => Math.Round(value + 0.25 ?? -1, 9)), shifted.Upper.Select(value => Math.Round(value ?? -1, 9)));
        }
    }

    [Theory]
    [InlineData(Summary.Mean)]
    [InlineData(Summary.InterquartileMean)]
    public void The_order_in_which_repetitions_ended_does_not_matter(Summary summary)
    {
        var results = Repetitions.RandomMethods(2, 8, 25);
        var figure = JsonSerializer.Serialize(IncumbentFigure.Create(results, 2, CostAxis.Time, summary));
        results.Reverse();
        Assert.Equal(figure, JsonSerializer.Serialize(IncumbentFigure.Create(results, 2, CostAxis.Time, summary)));
    }

    [Fact]
    public void Points_that_are_skipped_because_nothing_changed_are_those_that_would_have_been_computed()
    {
        var results = Repetitions.RandomMethods(1, 6, 150);
        var figure = IncumbentFigure.Create(results, 1, CostAxis.Trials, Summary.InterquartileMean);
        for (var i = 0; i < figure.Grid.Length; i++)
        {
            double[] column = [.. results.Select(result => new StepCurve(result, CostAxis.Trials).ValueAt(figure.Grid[i])!.Value)];
            Assert.Equal(Descriptive.InterquartileMean([.. column.Order()]), figure.Curves[0].Center[i]);
            Assert.Equal(new BootstrapResamples(6, 0).InterquartileMeanInterval(column), (figure.Curves[0].Lower[i]!.Value, figure.Curves[0].Upper[i]!.Value));
        }
    }

    [Theory]
    [InlineData(CostAxis.Time)]
    [InlineData(CostAxis.Trials)]
    public void What_happens_later_changes_nothing_that_is_drawn_before(CostAxis axis)
    {
        var results = Repetitions.RandomMethods(2, 10, 60);
        var whole = IncumbentFigure.Create(results, 2, axis, Summary.InterquartileMean);
        foreach (var now in new[] { whole.Grid.Length / 10, whole.Grid.Length / 3, whole.Grid.Length - 1 })
        {
            var cost = whole.Grid[now];
            var past = results.ConvertAll(result => result with { Steps = [.. result.Steps.Where(step => CostRules.Of(step, axis) <= cost)] });
            var figure = IncumbentFigure.Create(past, 2, axis, Summary.InterquartileMean);
            Assert.Equal(whole.Grid, figure.Grid);
            foreach (var (expected, actual) in whole.Curves.Zip(figure.Curves))
            {
                Assert.Equal(expected.Center[..(now + 1)], actual.Center[..(now + 1)]);
                Assert.Equal(expected.Lower[..(now + 1)], actual.Lower[..(now + 1)]);
            }

            var ranks = RankFigure.Create(results, 2, axis).Curves[0].Values;
            Assert.Equal(ranks[..(now + 1)], RankFigure.Create(past, 2, axis).Curves[0].Values[..(now + 1)]);
        }
    }

    [Fact]
    public void Errors_of_several_objectives_are_not_averaged() =>
        Assert.Throws<ArgumentException>(() => IncumbentFigure.Create(
            [Repetitions.Flat(0, 0, 1), Repetitions.Flat(0, 0, 1) with { Objective = 1 }], 1, CostAxis.Time, Summary.Mean));

    [Fact]
    public void Its_json_has_names_for_axis_and_summary_and_null_for_what_is_missing()
    {
        var figure = IncumbentFigure.Create([Repetitions.Flat(0, 0, 1 / 3.0, 2)], 2, CostAxis.Trials, Summary.Mean);
        Assert.Equal(
            """
            {"Axis":"Trials","Summary":"Mean","Grid":[1,2],"Curves":[{"Method":0,"Center":[0.3333333,0.3333333],"Lower":[null,null],"Upper":[null,null],"Repetitions":1,"Missing":0,"End":2},{"Method":1,"Center":[null,null],"Lower":[null,null],"Upper":[null,null],"Repetitions":0,"Missing":0,"End":null}]}
            """,
            JsonSerializer.Serialize(figure));
    }

    [Fact]
    public void Before_the_first_repetition_has_ended_there_is_an_empty_figure()
    {
        var figure = IncumbentFigure.Create([], 2, CostAxis.Time, Summary.InterquartileMean);
        Assert.Empty(figure.Grid);
        Assert.All(figure.Curves, curve => Assert.Empty(curve.Center));
    }

    [Fact]
    public void Fifty_repetitions_of_three_methods_take_little_memory()
    {
        var results = Repetitions.RandomMethods(3, 50, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        IncumbentFigure.Create(results, 3, CostAxis.Time, Summary.InterquartileMean);
        // the resamples are drawn once for all points and methods: 50 × 1000 counts are 0.4 MB
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_500_000);
    }
}
