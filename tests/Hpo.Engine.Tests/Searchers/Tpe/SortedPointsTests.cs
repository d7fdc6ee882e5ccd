using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.Tpe;

public class SortedPointsTests
{
    private static readonly UnitCube Cube = new(new(("x", new Uniform(0, 1)), ("n", new RandInt(0, 4))));

    [Fact]
    public void Points_are_in_order_when_some_come_and_others_go()
    {
        var random = RandomStream.Derive(1, 0, "points");
        List<(int TrialId, double[] Point)> all =
            [.. Enumerable.Range(0, 40).Select(trial => (trial, Cube.Axes.Select(axis => axis.Snap(random.NextDouble())).ToArray()))];
        var points = new SortedPoints(Cube.Axes);
        foreach (var now in new[] { all[..5], all[..30], [.. all[..30].AsEnumerable().Reverse()], all[10..], all, all[3..4] })
        {
            points.Set(now);
            Assert.Equal(now.Count, points.Count);
            for (var axis = 0; axis < 2; axis++)
            {
                var expected = now.OrderBy(one => one.Point[axis]).ThenBy(one => one.TrialId).ToList();
                Assert.Equal(expected.Select(one => one.TrialId), points[axis].Numbers.ToArray().Select(points.TrialOf));
                Assert.Equal(expected.Select(one => one.Point[axis]), points[axis].Positions.ToArray());
                Assert.Equal(expected.Select(_ => axis == 0 ? 0 : 0.125), points[axis].HalfCells.ToArray());
            }

            Assert.All(now, one => Assert.Equal(one.TrialId, points.TrialOf(points.NumberOf(one.TrialId))));
        }
    }
}
