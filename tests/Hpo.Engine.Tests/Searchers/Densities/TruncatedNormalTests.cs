using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.Densities;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers.Densities;

public class TruncatedNormalTests
{
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0.3)]
    [InlineData(0.1, 0.05)]
    [InlineData(0.7, 0.2)]
    public void Draws_follow_the_distribution(double mean, double deviation)
    {
        var random = RandomStream.Derive(1, 0, "test");
        var inside = Math.Exp(StandardNormal.LogInterval(-mean / deviation, (1 - mean) / deviation));
        // the distribution function maps draws to uniform numbers
        var positions = Enumerable.Range(0, 4000).Select(_ => TruncatedNormal.Sample(random, mean, deviation))
            .Select(draw => Math.Exp(StandardNormal.LogInterval(-mean / deviation, (draw - mean) / deviation)) / inside);
        Assert.InRange(Statistics.UniformPValue(positions), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Draws_stay_on_the_axis()
    {
        var random = RandomStream.Derive(2, 0, "test");
        Assert.All(Enumerable.Range(0, 1000).Select(_ => TruncatedNormal.Sample(random, 0, 1e-3)), draw => Assert.InRange(draw, 0, 1));
    }
}
