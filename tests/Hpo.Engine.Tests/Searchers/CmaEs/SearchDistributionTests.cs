using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class SearchDistributionTests
{
    private const int Population = 6;

    private static readonly UnitCube Cube = new(new(("x", new Uniform(0, 1)), ("layers", new RandInt(1, 13)), ("units", new LogRandInt(1, 100))));

    private readonly SearchDistribution _distribution = new(Cube.Axes, [0.5, 0.5, 0.5], 1 / 6.0, Population);
    private int _trials;

    [Fact]
    public void An_integer_can_always_be_left_again()
    {
        Assert.InRange(SettleAt(layers: 4), 0.5, 0.99);
        // without the margin all samples would be 4 by now
        Assert.InRange(SettleAt(layers: 9), 0.5, 0.99);
        Assert.InRange(SettleAt(layers: 1), 0.5, 0.99);
        Assert.InRange(SettleAt(layers: 12), 0.5, 0.99);
    }

    [Fact]
    public void The_neighbours_of_an_integer_keep_the_probability_of_the_margin()
    {
        SettleAt(layers: 4);
        // half of 1/(dλ) on either side, less the sampling error of 6,000 draws
        var layers = Enumerable.Range(0, 1000).SelectMany(_ => Generation()).Select(Layers).ToList();
        Assert.True(layers.Count(layer => layer < 4) > 6000 * 0.9 / (2 * 3 * Population));
        Assert.True(layers.Count(layer => layer > 4) > 6000 * 0.9 / (2 * 3 * Population));
    }

    [Fact]
    public void The_mean_moves_to_the_better_half_of_a_generation()
    {
        var generation = Generation().OrderBy(point => point[0]).ToArray();
        _distribution.Update([.. generation.Select((point, rank) => new Member(rank, point, true, 1, rank))]);
        double[] weights = [0.637043, 0.284570, 0.078387];
        Assert.Equal(
            new StrategyParameters(3, Population).Weights.Take(3).Zip(generation, (weight, point) => weight * point[0]).Sum(),
            _distribution.Gaussian!.Mean[0],
            12);
        Assert.Equal(weights.Zip(generation, (weight, point) => weight * point[0]).Sum(), _distribution.Gaussian.Mean[0], 5);
    }

    [Fact]
    public void Failed_trials_do_not_attract_the_mean()
    {
        _distribution.Update([.. Generation().Select((point, rank) => Member.OfFailed(rank, point, true))]);
        Assert.Equal(0.5, _distribution.Gaussian!.Mean[0]);
    }

    [Fact]
    public void A_point_from_far_away_does_not_tear_the_distribution_apart()
    {
        SettleAt(layers: 4);
        var deviation = _distribution.Gaussian!.DeviationOn(0);
        var mean = _distribution.Gaussian.Mean[0];
        _distribution.Update([new Member(-1, [0.99, 0.99, 0.99], false, 1, -1), .. Generation().Skip(1).Select(Evaluate(4))]);
        Assert.InRange(Math.Abs(_distribution.Gaussian.Mean[0] - mean) / deviation, 0, 3);
        Assert.InRange(_distribution.Gaussian.DeviationOn(0) / deviation, 0.2, 5);
    }

    /// <summary>Lets a search settle at a number of layers; the share of samples with this number at the end.</summary>
    private double SettleAt(int layers)
    {
        for (var generation = 0; generation < 150; generation++)
            _distribution.Update([.. Generation().Select(Evaluate(layers)).Order()]);
        return Enumerable.Range(0, 100).SelectMany(_ => Generation()).Count(point => Layers(point) == layers) / 600.0;
    }

    private List<double[]> Generation() =>
        [.. Enumerable.Range(0, Population).Select(_ => _distribution.Sample(RandomStream.Derive(1, _trials++, "generation")))];

    private static Func<double[], int, Member> Evaluate(int layers) => (point, sample) =>
        new Member(sample, point, true, 1, Math.Abs(Layers(point) - layers) + Math.Abs(point[0] - 0.4) + Math.Abs(Cube.Axes[2].Snap(point[2]) - 0.6));

    private static long Layers(double[] point) => Cube.Axes[1].Domain.Decode(point[1]).AsInteger();
}
