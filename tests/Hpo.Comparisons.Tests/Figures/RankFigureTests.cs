using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Tests.Curves;

namespace Hpo.Comparisons.Tests.Figures;

public class RankFigureTests
{
    [Fact]
    public void Methods_are_ranked_in_each_repetition_and_the_ranks_averaged()
    {
        var figure = RankFigure.Create(
            [Repetitions.Flat(0, 0, 0.1), Repetitions.Flat(1, 0, 0.2), Repetitions.Flat(2, 0, 0.2),
             Repetitions.Flat(0, 1, 900), Repetitions.Flat(1, 1, 0.2), Repetitions.Flat(2, 1, 0.1)],
            3,
            CostAxis.Trials);
        Assert.Equal(2, figure.Repetitions);
        Assert.All(figure.Curves[0].Values, rank => Assert.Equal(2, rank));
        Assert.All(figure.Curves[1].Values, rank => Assert.Equal(2.25, rank));
        Assert.All(figure.Curves[2].Values, rank => Assert.Equal(1.75, rank));
    }

    [Fact]
    public void A_method_without_an_error_yet_is_last()
    {
        var figure = RankFigure.Create([Repetitions.Of(0, 0, 5, (3, 0.1)), Repetitions.Flat(1, 0, 0.5, 5)], 2, CostAxis.Trials);
        Assert.Equal([1, 2, 3, 4, 5], figure.Grid);
        Assert.Equal([2, 2, 1, 1, 1], figure.Curves[0].Values);
        Assert.Equal([1, 1, 2, 2, 2], figure.Curves[1].Values);
    }

    [Fact]
    public void A_repetition_that_one_method_has_not_finished_waits_for_it()
    {
        var results = new List<RepetitionResult> { Repetitions.Flat(0, 0, 0.1), Repetitions.Flat(1, 0, 0.2), Repetitions.Flat(1, 1, 0.0) };
        var figure = RankFigure.Create(results, 2, CostAxis.Trials);
        Assert.Equal(1, figure.Repetitions);
        Assert.All(figure.Curves[1].Values, rank => Assert.Equal(2, rank));
        results.Add(Repetitions.Flat(0, 1, 0.1));
        Assert.All(RankFigure.Create(results, 2, CostAxis.Trials).Curves[1].Values, rank => Assert.Equal(1.5, rank));
    }

    [Fact]
    public void A_failed_repetition_is_left_out_for_all_and_counted()
    {
        var figure = RankFigure.Create(
            [Repetitions.Flat(0, 0, 0.1), Repetitions.Flat(1, 0, 0.2), Repetitions.Flat(0, 1, 0.3), Repetitions.Failed(Repetitions.Flat(1, 1, 0.2))], 2, CostAxis.Trials);
        Assert.Equal((1, 1), (figure.Repetitions, figure.Failed));
    }

    [Fact]
    public void Each_objective_counts_the_same_however_many_repetitions_it_has()
    {
        var results = new List<RepetitionResult> { Repetitions.Flat(0, 0, 0.1), Repetitions.Flat(1, 0, 0.2) };
        for (var repetition = 0; repetition < 3; repetition++)
        {
            results.Add(Repetitions.Flat(0, repetition, 70) with { Objective = 1 });
            results.Add(Repetitions.Flat(1, repetition, 50) with { Objective = 1 });
        }

        Assert.All(RankFigure.Create(results, 2, CostAxis.Trials).Curves, curve => Assert.All(curve.Values, rank => Assert.Equal(1.5, rank!.Value, 1e-12)));
    }

    [Fact]
    public void The_ranks_at_every_point_sum_to_those_of_the_methods()
    {
        var figure = RankFigure.Create(Repetitions.RandomMethods(4, 9, 60), 4, CostAxis.Time);
        Assert.NotEmpty(figure.Grid);
        for (var i = 0; i < figure.Grid.Length; i++)
            Assert.Equal(10, figure.Curves.Sum(curve => curve.Values[i]!.Value), 1e-9);
    }

    [Fact]
    public void Without_a_finished_pair_there_is_an_empty_figure()
    {
        var figure = RankFigure.Create([Repetitions.Flat(0, 0, 0.1)], 2, CostAxis.Time);
        Assert.Empty(figure.Grid);
        Assert.Equal(0, figure.Repetitions);
    }
}
