using Hpo.Comparisons.Statistics;
using Hpo.Engine.Randomness;

namespace Hpo.Comparisons.Tests.Statistics;

public class RanksTests
{
    [Fact]
    public void The_smallest_is_first() => Assert.Equal([3, 1, 2], Ranks.Averaged([0.9, -1, 0.2]));

    // scipy 1.10: stats.rankdata([0.3, 0.1, 0.3, 0.2, 0.3, 0.1])
    [Fact]
    public void Ties_share_the_average_of_their_ranks() => Assert.Equal([5, 1.5, 5, 3, 5, 1.5], Ranks.Averaged([0.3, 0.1, 0.3, 0.2, 0.3, 0.1]));

    [Fact]
    public void What_is_missing_is_last_even_behind_infinity() =>
        Assert.Equal([4.5, 1, 4.5, 3, 2], Ranks.Averaged([double.NaN, 0.5, double.NaN, double.PositiveInfinity, 7]));

    [Fact]
    public void They_sum_to_those_without_ties()
    {
        var stream = new RandomStream(2);
        for (var count = 0; count < 12; count++)
            Assert.Equal(count * (count + 1) / 2.0, Ranks.Averaged([.. Enumerable.Range(0, count).Select(_ => (double)stream.Next(4))]).Sum());
    }
}
