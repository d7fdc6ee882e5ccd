using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Space;

namespace Hpo.Engine.Tests.Searchers;

public class AxisTests
{
    public static TheoryData<string> Domains => SoundDomains.Names;

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
}
