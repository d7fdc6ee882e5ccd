using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Tests.Curves;

namespace Hpo.Comparisons.Tests.Figures;

public class TargetFigureTests
{
    [Fact]
    public void Targets_lie_between_the_worst_first_and_the_best_final_error_evenly_in_the_logarithm()
    {
        var figure = TargetFigure.Create([Repetitions.Of(0, 0, 9, (1, 1.0), (4, 0.5)), Repetitions.Of(1, 0, 9, (2, 0.8), (7, 0.01))], 2, CostAxis.Trials);
        var targets = Assert.Single(figure.Targets).Targets;
        Assert.Equal(TargetRules.Count, targets.Length);
        Assert.Equal(0.01, targets[^1]);
        Assert.All(Enumerable.Range(0, targets.Length), i => Assert.Equal(Math.Pow(10, -2.0 * (i + 1) / targets.Length), targets[i], 1e-12));
        Assert.Equal("50 errors from 1 (the worst first error) to 0.01 (the best final error), evenly spaced in the logarithm.", figure.Targets[0].Rule);
    }

    [Fact]
    public void With_a_known_minimum_the_targets_are_regrets()
    {
        var minima = new Dictionary<int, double> { [0] = -3 };
        var figure = TargetFigure.Create([Repetitions.Of(0, 0, 9, (1, 7.0), (4, -2.9))], 1, CostAxis.Trials, minima);
        var targets = figure.Targets[0].Targets;
        Assert.All(Enumerable.Range(0, targets.Length), i => Assert.Equal(-3 + Math.Pow(10, 1 - 2.0 * (i + 1) / targets.Length), targets[i], 1e-9));
        Assert.StartsWith("50 regrets from 10 ", figure.Targets[0].Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-3.5)]
    public void No_regret_below_the_finest_is_asked_for(double best)
    {
        var minima = new Dictionary<int, double> { [0] = -3 };
        var figure = TargetFigure.Create([Repetitions.Of(0, 0, 9, (1, 7.0), (4, best))], 1, CostAxis.Trials, minima);
        Assert.Equal(-3 + TargetRules.FinestRegret, figure.Targets[0].Targets[^1]);
        Assert.Equal(1, figure.Curves[0].Values[^1]!.Value, 1e-9);
    }

    [Fact]
    public void Errors_without_a_logarithm_are_spaced_evenly()
    {
        var targets = TargetFigure.Create([Repetitions.Of(0, 0, 9, (1, 4.0), (4, -1.0))], 1, CostAxis.Trials).Targets[0].Targets;
        Assert.All(Enumerable.Range(0, targets.Length), i => Assert.Equal(4 - 0.1 * (i + 1), targets[i], 1e-12));
    }

    [Fact]
    public void The_share_counts_every_target_in_every_repetition()
    {
        var results = Repetitions.RandomMethods(2, 6, 40);
        var figure = TargetFigure.Create(results, 2, CostAxis.Trials);
        var targets = figure.Targets[0].Targets;
        foreach (var curve in figure.Curves)
        {
            var own = results.Where(result => result.Method == curve.Method).Select(result => new StepCurve(result, CostAxis.Trials)).ToList();
            for (var i = 0; i < figure.Grid.Length; i++)
            {
                var hit = own.Sum(step => targets.Count(target => step.ValueAt(figure.Grid[i]) <= target));
                Assert.Equal(hit / (6.0 * targets.Length), curve.Values[i]!.Value, 1e-12);
            }
        }
    }

    [Fact]
    public void The_share_never_falls_and_the_best_repetition_hits_every_target()
    {
        var figure = TargetFigure.Create(Repetitions.RandomMethods(1, 1, 80), 1, CostAxis.Epochs);
        var values = figure.Curves[0].Values;
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
        Assert.Equal(1, values[^1]!.Value, 1e-12);
    }

    [Fact]
    public void A_repetition_without_an_error_hits_nothing_and_counts()
    {
        var figure = TargetFigure.Create([Repetitions.Of(0, 0, 9, (1, 1.0), (4, 0.5)), Repetitions.Of(0, 1, 9)], 1, CostAxis.Trials);
        Assert.Equal(0.5, figure.Curves[0].Values[^1]!.Value, 1e-12);
    }

    [Fact]
    public void Objectives_have_targets_of_their_own_and_count_the_same()
    {
        var figure = TargetFigure.Create(
            [Repetitions.Of(0, 0, 9, (1, 100), (2, 1)), Repetitions.Of(1, 0, 9, (1, 100)),
             Repetitions.Of(0, 0, 9, (1, 0.2)) with { Objective = 4 }, Repetitions.Of(1, 0, 9, (1, 0.2), (3, 0.1)) with { Objective = 4 }],
            2,
            CostAxis.Trials);
        Assert.Equal([0, 4], figure.Targets.Select(set => set.Objective));
        Assert.Equal([1.0, 0.1], figure.Targets.Select(set => set.Targets[^1]));
        Assert.Equal(0.5, figure.Curves[0].Values[^1]!.Value, 1e-12);
        Assert.Equal(0.5, figure.Curves[1].Values[^1]!.Value, 1e-12);
    }

    [Fact]
    public void When_no_error_ever_falls_there_is_one_target()
    {
        var figure = TargetFigure.Create([Repetitions.Flat(0, 0, 0.4), Repetitions.Flat(1, 0, 0.4)], 2, CostAxis.Trials);
        Assert.Equal([0.4], figure.Targets[0].Targets);
        Assert.All(figure.Curves, curve => Assert.All(curve.Values, share => Assert.Equal(1, share)));
    }

    [Fact]
    public void Without_any_error_there_is_no_target_and_nothing_is_drawn()
    {
        var figure = TargetFigure.Create([Repetitions.Of(0, 0, 9)], 1, CostAxis.Trials);
        Assert.Empty(figure.Targets[0].Targets);
        Assert.Empty(figure.Grid);
    }
}
