using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class SeedNoiseTests
{
    // pairs of curves of one epoch on the logit's scale: seeds of the good configurations hardly differ, those of the bad ones do
    private static readonly (double First, double Second)[] Pairs =
        [(-2.10, -2.12), (-2.05, -2.00), (-2.02, -2.03), (-1.98, -1.95), (-1.95, -1.99), (-0.9, 0.4), (0.1, -0.8)];

    [Fact]
    public void A_good_configuration_never_gets_the_deviation_of_a_bad_one()
    {
        Assert.All(Drawn(-2), error => Assert.InRange(error, -2.2, -1.8));
        Assert.Contains(Drawn(-0.3), error => Math.Abs(error + 0.3) > 0.5);
    }

    [Fact]
    public void The_mean_square_of_the_deviations_is_the_variance_of_the_replicates()
    {
        (double First, double Second)[] pair = [(1, 2)];
        // one twin is the centre: the other has all of the difference. In the middle both have half of it, and are moved away from it
        Assert.InRange(MeanSquare(pair, predicted: 3), 0.45, 0.55);
        Assert.InRange(MeanSquare(pair, predicted: 1.5), 0.45, 0.55);
        Assert.InRange(MeanSquare(pair, predicted: 1.2), 0.45, 0.55);
    }

    [Fact]
    public void Without_replicates_there_is_no_noise()
    {
        var noise = new SeedNoise([[1.0], [2.0]], [[1.0], [2.0]], [0, 1]);
        double[] curve = [0.5];
        noise.AddTo(curve, [1, 1], new RandomStream(0));
        Assert.Equal(0.5, curve[0]);
    }

    private static List<double> Drawn(double level) => Draws(Noise(Pairs, pair => (pair.First + pair.Second) / 2), 2 * Pairs.Length, level);

    private static double MeanSquare((double First, double Second)[] pairs, double predicted) =>
        Draws(Noise(pairs, _ => predicted), 2 * pairs.Length, predicted).Average(error => (error - predicted) * (error - predicted));

    private static SeedNoise Noise((double First, double Second)[] pairs, Func<(double First, double Second), double> predict) => new(
        [.. pairs.SelectMany(pair => new double[][] { [pair.First], [pair.Second] })],
        [.. pairs.SelectMany(pair => new double[][] { [predict(pair)], [predict(pair)] })],
        [.. Enumerable.Range(0, 2 * pairs.Length).Select(i => i / 2)]);

    private static List<double> Draws(SeedNoise noise, int curves, double level)
    {
        double[] similarities = [.. Enumerable.Repeat(1.0, curves)];
        return [.. Enumerable.Range(0, 2000).Select(seed =>
        {
            double[] curve = [level];
            noise.AddTo(curve, similarities, new RandomStream(seed));
            return curve[0];
        })];
    }
}
