using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers.Sobol;

public class SobolSequenceTests
{
    public static TheoryData<long?> Scramblings => [null, 0L, 1L, -77L];

    [Fact]
    public void The_first_points_are_those_that_were_published()
    {
        double[][] published =
        [
            [0, 0, 0],
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875],
            [0.125, 0.625, 0.375],
            [0.1875, 0.3125, 0.9375],
            [0.6875, 0.8125, 0.4375],
        ];
        Assert.Equal(published, Points(new SobolSequence(3), published.Length));
    }

    [Fact]
    public void A_later_point_of_a_hundred_dimensions_is_the_one_that_scipy_gives()
    {
        var point = new double[100];
        new SobolSequence(100).Point(1000, point);
        Assert.Equal(
            (0.2197265625, 0.0966796875, 0.0693359375, 0.4794921875, 0.8154296875, 0.1865234375),
            (point[0], point[1], point[9], point[49], point[98], point[99]));
    }

    [Theory, MemberData(nameof(Scramblings))]
    public void Every_coordinate_of_the_first_points_takes_each_interval_once(long? seed)
    {
        const int Count = 256;
        var points = Points(new SobolSequence(SobolSequence.MaxDimensions, seed), Count);
        for (var dimension = 0; dimension < SobolSequence.MaxDimensions; dimension++)
            Assert.Equal(Enumerable.Range(0, Count), points.Select(point => (int)(point[dimension] * Count)).Order());
    }

    /// <summary>
    /// The definition of a (t, m, s)-net in base 2: each box of volume 2^(t−m) with sides of lengths 2^−d holds exactly 2^t points. For Sobol's
    /// sequence t is the sum of (degree − 1): 0, 1 and 3 for two, three and four dimensions.
    /// </summary>
    [Theory, MemberData(nameof(Scramblings))]
    public void Each_elementary_box_holds_the_same_number_of_points(long? seed)
    {
        const int M = 9;
        foreach (var (dimensions, t) in new[] { (1, 0), (2, 0), (3, 1), (4, 3) })
        {
            var sequence = new SobolSequence(dimensions, seed);
            // any block of the sequence that starts at a multiple of 2^m is a net
            foreach (var begin in new[] { 0, 5 << M })
            {
                var points = Points(sequence, 1 << M, begin);
                foreach (var sides in Compositions(M - t, dimensions))
                {
                    var counts = points.GroupBy(point => BoxOf(point, sides)).Select(box => box.Count()).ToList();
                    Assert.Equal(1 << (M - t), counts.Count);
                    Assert.All(counts, count => Assert.Equal(1 << t, count));
                }
            }
        }
    }

    [Fact]
    public void Each_scrambled_point_is_uniformly_distributed_over_the_scramblings()
    {
        foreach (var index in new[] { 0, 1, 5, 1000 })
        {
            var points = Enumerable.Range(0, 2000).Select(seed => Points(new SobolSequence(2, seed), 1, index)[0]).ToList();
            Assert.InRange(Statistics.UniformPValue(points.Select(point => point[0])), Statistics.Doubtful, 1);
            Assert.InRange(Statistics.UniformPValue(points.Select(point => point[1])), Statistics.Doubtful, 1);
            Assert.InRange(Statistics.UniformPValue(points.Select(point => (point[0] + point[1]) % 1)), Statistics.Doubtful, 1);
            // the last of the 53 digits are random too
            Assert.InRange(Statistics.UniformPValue(points.Select(point => point[0] * (1L << 40) % 1)), Statistics.Doubtful, 1);
        }
    }

    [Fact]
    public void Scrambled_points_integrate_a_smooth_function_far_better_than_random_ones()
    {
        // the mean of this function is 1; the variance of a mean of 1,024 random points would be 0.0003
        var errors = Enumerable.Range(0, 50).Select(seed =>
            Points(new SobolSequence(3, seed), 1024).Average(point => point.Aggregate(1.0, (product, x) => product * 2 * x)) - 1).ToList();
        Assert.InRange(errors.Average(error => error * error), 0, 1.4e-3 / 1000);
        Assert.InRange(Math.Abs(errors.Average()), 0, 1e-3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scrambling_and_another_seed_another()
    {
        Assert.Equal(Points(new SobolSequence(5, 3), 20), Points(new SobolSequence(5, 3), 20));
        Assert.NotEqual(Points(new SobolSequence(5, 3), 20), Points(new SobolSequence(5, 4), 20));
    }

    [Fact]
    public void The_last_point_lies_within_the_unit_cube()
    {
        foreach (var seed in new long?[] { null, 4 })
            Assert.All(Points(new SobolSequence(100, seed), 1, SobolSequence.Length - 1)[0], x => Assert.InRange(x, 0, 1 - 1e-17));
    }

    [Fact]
    public void What_lies_beyond_the_tables_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(2).Point(-1, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(2).Point(SobolSequence.Length, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(2).Point(0, new double[3]));
    }

    private static double[][] Points(SobolSequence sequence, int count, long begin = 0)
    {
        var points = new double[count][];
        for (var i = 0; i < count; i++)
            sequence.Point(begin + i, points[i] = new double[sequence.Dimensions]);
        return points;
    }

    /// <summary>The number of the box that a point lies in, when coordinate i is cut into 2^sides[i] intervals.</summary>
    private static long BoxOf(double[] point, int[] sides)
    {
        var box = 0L;
        for (var i = 0; i < sides.Length; i++)
            box = (box << sides[i]) + (long)(point[i] * (1 << sides[i]));
        return box;
    }

    /// <summary>All ways to write a number as a sum of so many numbers, from 0 on, in order.</summary>
    private static IEnumerable<int[]> Compositions(int sum, int parts) => parts == 1
        ? [[sum]]
        : Enumerable.Range(0, sum + 1).SelectMany(first => Compositions(sum - first, parts - 1).Select(rest => (int[])[first, .. rest]));
}
