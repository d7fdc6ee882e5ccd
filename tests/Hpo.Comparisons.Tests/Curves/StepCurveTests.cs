using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Tests.Curves;

public class StepCurveTests
{
    private static readonly StepCurve Curve = new(Repetitions.Of(0, 0, 10, (2, 0.9), (5, 0.4), (6, 0.3)), CostAxis.Trials);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1.999, null)]
    [InlineData(2, 0.9)]
    [InlineData(4.999, 0.9)]
    [InlineData(5, 0.4)]
    [InlineData(6, 0.3)]
    [InlineData(10, 0.3)]
    [InlineData(1000, 0.3)]
    public void The_value_is_that_of_the_last_step_made_by_then(double cost, double? expected) => Assert.Equal(expected, Curve.ValueAt(cost));

    [Theory]
    [InlineData(CostAxis.Time, 4, 20)]
    [InlineData(CostAxis.Trials, 2, 10)]
    [InlineData(CostAxis.Epochs, 6, 30)]
    public void Each_axis_has_its_own_costs(CostAxis axis, double start, double end)
    {
        var curve = new StepCurve(Repetitions.Of(0, 0, 10, (2, 0.9), (5, 0.4)), axis);
        Assert.Equal(start, curve.Start);
        Assert.Equal(end, curve.End);
    }

    [Fact]
    public void Of_several_steps_at_one_moment_the_last_holds()
    {
        var steps = new IncumbentStep[] { new(1, 1, 1, 0.5), new(1, 2, 2, 0.2), new(3, 3, 3, 0.1) };
        var curve = new StepCurve(new RepetitionResult(0, 0, 0, steps, 3, 3, 3, 0, RepetitionOutcome.Completed), CostAxis.Time);
        Assert.Equal(0.2, curve.ValueAt(1));
        Assert.Equal([0.2, 0.2, 0.1], curve.Sample([1.0, 2, 3]));
    }

    [Fact]
    public void Without_an_error_there_is_no_value_anywhere()
    {
        var curve = new StepCurve(Repetitions.Of(0, 0, 10), CostAxis.Trials);
        Assert.Null(curve.ValueAt(10));
        Assert.Null(curve.Start);
        Assert.Null(curve.FinalError);
    }

    [Theory]
    [InlineData(CostAxis.Time)]
    [InlineData(CostAxis.Trials)]
    [InlineData(CostAxis.Epochs)]
    public void It_never_looks_ahead(CostAxis axis)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var whole = Repetitions.Random(0, 0, 60, seed);
            for (var kept = 0; kept <= whole.Steps.Count; kept++)
            {
                var cut = new StepCurve(whole with { Steps = [.. whole.Steps.Take(kept)] }, axis);
                var uncut = new StepCurve(whole, axis);
                var next = kept == whole.Steps.Count ? uncut.End + 1 : CostRules.Of(whole.Steps[kept], axis);
                foreach (var cost in new[] { 0, next / 2, next - 1e-9 })
                    Assert.Equal(uncut.ValueAt(cost), cut.ValueAt(cost));
            }
        }
    }

    [Fact]
    public void Reading_a_grid_and_reading_point_by_point_agree()
    {
        var curve = new StepCurve(Repetitions.Random(0, 0, 100), CostAxis.Time);
        double[] grid = [.. Enumerable.Range(0, 500).Select(i => i * 0.25)];
        Assert.Equal(grid.Select(cost => curve.ValueAt(cost) ?? double.NaN), curve.Sample(grid));
    }
}
