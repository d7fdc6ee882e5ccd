using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers;

public class AxisTests
{
    public static TheoryData<string> Domains => SoundDomains.Names;

    [Fact]
    public void A_domain_with_one_value_is_no_axis()
    {
        Assert.Null(Axis.Of(new Constant("sgd")));
        Assert.Null(Axis.Of(new Choice("relu")));
        Assert.Null(Axis.Of(new RandInt(7, 8)));
        Assert.Null(Axis.Of(new LogRandInt(1, 2)));
    }

    [Fact]
    public void Its_kind_says_what_positions_stand_for()
    {
        Assert.Equal((AxisKind.Continuous, 0), KindOf(new Uniform(0, 1)));
        Assert.Equal((AxisKind.Continuous, 0), KindOf(new LogUniform(0.1, 1)));
        Assert.Equal((AxisKind.Continuous, 0), KindOf(new ReverseLogUniform(0, 0.9)));
        Assert.Equal((AxisKind.Grid, 5), KindOf(new Uniform(0, 1, 0.25)));
        Assert.Equal((AxisKind.Grid, 224), KindOf(new RandInt(32, 256)));
        Assert.Equal((AxisKind.Grid, 99), KindOf(new LogRandInt(1, 100)));
        Assert.Equal((AxisKind.Grid, 3), KindOf(new Ordinal("s", "m", "l")));
        Assert.Equal((AxisKind.Categorical, 2), KindOf(new Choice("relu", "tanh")));
    }

    [Theory, MemberData(nameof(Domains))]
    public void A_snapped_position_stands_for_the_same_value_and_stays_where_it_is(string name)
    {
        if (Axis.Of(SoundDomains.Named(name)) is not { } axis)
            return;
        var random = new RandomStream(3);
        foreach (var position in new[] { 0, 1, 0.5 }.Concat(Enumerable.Range(0, 100).Select(_ => random.NextDouble())))
        {
            var snapped = axis.Snap(position);
            Assert.InRange(snapped, 0, 1);
            Assert.Equal(axis.Domain.Decode(position), axis.Domain.Decode(snapped));
            Assert.Equal(snapped, axis.Snap(snapped));
        }
    }

    [Fact]
    public void A_position_beyond_the_ends_is_snapped_to_them()
    {
        var continuous = Axis.Of(new Uniform(0, 10))!;
        Assert.Equal((0, 0.3, 1), (continuous.Snap(-0.1), continuous.Snap(0.3), continuous.Snap(1.1)));
        var grid = Axis.Of(new RandInt(0, 4))!;
        Assert.Equal((0.125, 0.375, 0.875), (grid.Snap(-0.1), grid.Snap(0.3), grid.Snap(1.1)));
    }

    [Fact]
    public void A_position_falls_into_the_cell_of_its_value()
    {
        var domain = new Choice([.. Enumerable.Range(0, FiniteDomain.MaxValues).Select(i => (ParameterValue)i)]);
        var axis = Axis.Of(domain)!;
        for (var i = 0; i < FiniteDomain.MaxValues; i++)
            Assert.Equal(i, axis.CellOf(domain.Encode(domain.ValueAt(i))));
        Assert.Equal((0, 0, 999, 999), (axis.CellOf(-0.5), axis.CellOf(0), axis.CellOf(1), axis.CellOf(1.5)));
    }

    [Theory, MemberData(nameof(Domains))]
    public void A_snapped_position_is_that_of_the_value_it_stands_for(string name)
    {
        if (Axis.Of(SoundDomains.Named(name)) is not { Kind: not AxisKind.Continuous } axis)
            return;
        for (var i = 0; i <= 1000; i++)
            Assert.Equal(axis.Domain.Encode(axis.Domain.Decode(i / 1000.0)), axis.Snap(i / 1000.0));
    }

    [Theory, MemberData(nameof(Domains))]
    public void The_other_cells_are_all_different_and_none_is_the_one_left(string name)
    {
        if (Axis.Of(SoundDomains.Named(name)) is not { Kind: not AxisKind.Continuous } axis)
            return;
        foreach (var from in new[] { 0, 0.3, 1 })
        {
            var others = axis.Others(axis.Snap(from)).ToList();
            Assert.NotEmpty(others);
            Assert.All(others, other => Assert.Equal(axis.Snap(other), other));
            Assert.Equal(others.Count + 1, others.Append(axis.Snap(from)).Select(other => axis.Domain.Decode(other)).Distinct().Count());
        }
    }

    [Fact]
    public void On_a_long_grid_the_other_cells_are_near_and_far()
    {
        var axis = Axis.Of(new RandInt(0, 100))!;
        Assert.Equal(
            [2, 4, 1, 5, 7, 11, 19, 35, 67],
            axis.Others(axis.Domain.Encode(3)).Select(other => axis.Domain.Decode(other).AsInteger()));
    }

    [Fact]
    public void Of_categories_all_others_are_looked_at()
    {
        var axis = Axis.Of(new Choice([.. Enumerable.Range(0, 50).Select(i => (ParameterValue)$"c{i}")]))!;
        Assert.Equal(49, axis.Others(axis.Domain.Encode("c7")).Count());
    }

    private static (AxisKind Kind, long Cells) KindOf(Domain domain)
    {
        var axis = Axis.Of(domain)!;
        return (axis.Kind, axis.Cells);
    }
}
