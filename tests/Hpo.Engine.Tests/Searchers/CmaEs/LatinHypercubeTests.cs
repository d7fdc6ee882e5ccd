using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class LatinHypercubeTests
{
    [Fact]
    public void Every_part_of_every_axis_gets_one_sample()
    {
        var hypercube = new LatinHypercube(3, 7);
        var random = RandomStream.Derive(1, 0, "hypercube");
        for (var round = 0; round < 3; round++)
        {
            var samples = Enumerable.Range(0, 7).Select(_ => hypercube.Next(random)).ToList();
            for (var axis = 0; axis < 3; axis++)
                Assert.Equal(Enumerable.Range(0, 7), samples.Select(sample => (int)(sample[axis] * 7)).Order());
        }
    }

    [Fact]
    public void A_coordinate_is_uniformly_distributed_and_independent_of_the_others()
    {
        var random = RandomStream.Derive(1, 0, "hypercube");
        var samples = Enumerable.Range(0, 2000).Select(_ => new LatinHypercube(2, 6).Next(random)).ToList();
        Assert.InRange(Statistics.UniformPValue(samples.Select(sample => sample[1])), Statistics.Doubtful, 1);
        Assert.Equal(0, samples.Average(sample => (sample[0] - 0.5) * (sample[1] - 0.5)) * 12, tolerance: 0.07);
    }

    [Fact]
    public void After_a_reset_all_parts_are_to_come_again()
    {
        var hypercube = new LatinHypercube(1, 5);
        var random = RandomStream.Derive(2, 0, "hypercube");
        hypercube.Next(random);
        hypercube.Reset();
        Assert.Equal(Enumerable.Range(0, 5), Enumerable.Range(0, 5).Select(_ => (int)(hypercube.Next(random)[0] * 5)).Order());
    }
}
