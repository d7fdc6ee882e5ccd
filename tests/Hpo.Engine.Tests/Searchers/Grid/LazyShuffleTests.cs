using System.Numerics;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers.Grid;

public class LazyShuffleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(256)]
    [InlineData(1000)]
    public void Each_number_comes_once(int count)
    {
        var shuffle = new LazyShuffle(count, 5);
        var numbers = Enumerable.Range(0, count).Select(_ => (int)shuffle.Next()).ToList();
        Assert.Equal(Enumerable.Range(0, count), numbers.Order());
        if (count > 2)
            Assert.NotEqual(Enumerable.Range(0, count), numbers);
    }

    [Fact]
    public void All_orders_are_equally_probable()
    {
        var counts = new Dictionary<(int, int, int, int), int>();
        for (var seed = 0; seed < 4800; seed++)
        {
            var shuffle = new LazyShuffle(4, seed);
            var order = ((int)shuffle.Next(), (int)shuffle.Next(), (int)shuffle.Next(), (int)shuffle.Next());
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(Statistics.ChiSquarePValue([.. counts.Values], [.. counts.Values.Select(_ => 1 / 24.0)]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void A_count_beyond_all_integers_is_shuffled_too()
    {
        var count = BigInteger.Pow(1000, 100);
        var shuffle = new LazyShuffle(count, 5);
        var shares = Enumerable.Range(0, 1000).Select(_ => (double)(shuffle.Next() * 1_000_000 / count) / 1e6).ToList();
        Assert.InRange(Statistics.UniformPValue(shares), Statistics.Doubtful, 1);
    }
}
