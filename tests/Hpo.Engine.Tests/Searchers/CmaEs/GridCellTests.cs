using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class GridCellTests
{
    public static TheoryData<Domain> Grids =>
        [new RandInt(32, 256), new RandInt(16, 513, 16), new LogRandInt(1, 1000), new LogRandInt(8, 12), new Uniform(0.25, 2, 0.25), new Ordinal("s", "m", "l")];

    [Theory, MemberData(nameof(Grids))]
    public void The_cells_of_neighbours_touch_and_cover_the_axis(Domain domain)
    {
        var axis = Axis.Of(domain)!;
        var end = 0.0;
        for (var i = 0L; i < axis.Cells; i++)
        {
            var (lower, upper) = GridCell.EndsAt(axis, domain.Encode(domain.ValueAt(i)));
            Assert.Equal(end, lower, 12);
            Assert.Equal(domain.ValueAt(i), domain.Decode(lower + (0.001 * (upper - lower))));
            Assert.Equal(domain.ValueAt(i), domain.Decode(upper - (0.001 * (upper - lower))));
            end = upper;
        }

        Assert.Equal(1, end);
    }

    [Theory, MemberData(nameof(Grids))]
    public void A_position_beyond_the_axis_belongs_to_its_first_or_last_cell(Domain domain)
    {
        var axis = Axis.Of(domain)!;
        Assert.Equal(GridCell.EndsAt(axis, 0), GridCell.EndsAt(axis, -3));
        Assert.Equal(GridCell.EndsAt(axis, 1), GridCell.EndsAt(axis, 3));
        Assert.Equal(0, GridCell.EndsAt(axis, -3).Lower);
        Assert.Equal(1, GridCell.EndsAt(axis, 3).Upper);
    }
}
