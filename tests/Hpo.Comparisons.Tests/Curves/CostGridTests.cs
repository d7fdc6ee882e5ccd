using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Tests.Curves;

public class CostGridTests
{
    private static StepCurve Trials(int start, int end) => new(Repetitions.Of(0, 0, end, (start, 0.5)), CostAxis.Trials);

    [Fact]
    public void It_begins_where_every_repetition_of_some_method_has_a_value_and_ends_with_the_longest() =>
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], CostGrid.Create([[Trials(1, 5), Trials(6, 7)], [Trials(3, 9), Trials(2, 8)]], CostAxis.Trials));

    [Fact]
    public void Small_counts_are_met_exactly() =>
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (double)i), CostGrid.Create([[Trials(1, 200)]], CostAxis.Trials));

    [Fact]
    public void Many_counts_are_thinned_to_whole_numbers_with_both_ends()
    {
        var grid = CostGrid.Create([[Trials(3, 100_000)]], CostAxis.Trials);
        Assert.Equal(CostGrid.MaximumPoints, grid.Length);
        Assert.Equal(3, grid[0]);
        Assert.Equal(100_000, grid[^1]);
        Assert.All(grid, point => Assert.Equal(Math.Floor(point), point));
        Assert.Equal(grid.Distinct().Order(), grid);
    }

    [Fact]
    public void Time_is_divided_evenly_with_both_ends_exact()
    {
        var curve = new StepCurve(Repetitions.Random(0, 0, 77), CostAxis.Time);
        var grid = CostGrid.Create([[curve]], CostAxis.Time);
        Assert.Equal(curve.Start, grid[0]);
        Assert.Equal(curve.End, grid[^1]);
        var step = grid[1] - grid[0];
        Assert.All(grid.Zip(grid.Skip(1)), pair => Assert.Equal(step, pair.Second - pair.First, 1e-9));
    }

    [Fact]
    public void A_repetition_without_an_error_keeps_nobody_waiting()
    {
        var without = new StepCurve(Repetitions.Of(0, 0, 50), CostAxis.Trials);
        Assert.Equal([2, 3, 4], CostGrid.Create([[without, Trials(2, 4)]], CostAxis.Trials));
    }

    [Fact]
    public void No_curve_no_grid() => Assert.Empty(CostGrid.Create([[], []], CostAxis.Time));

    [Fact]
    public void One_moment_is_one_point() => Assert.Equal([4], CostGrid.Create([[Trials(4, 4)]], CostAxis.Trials));
}
