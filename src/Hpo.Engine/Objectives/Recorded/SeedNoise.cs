using Hpo.Engine.Randomness;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// How trainings of the same configuration with different seeds differ. A seed gets the deviation, over all epochs, of one recorded training from its
/// configuration's centre, those of similar configurations that end at a similar level being the most probable: seeds of bad configurations differ
/// far more than those of good ones. The centre is the median of the replicates and of what the neighbours predict, so that it is known which one of
/// two is the odd one. Nothing is assumed about the distribution, for that has a long tail: now and then a training is much worse than its twins,
/// and hardly ever much better.
/// </summary>
internal sealed class SeedNoise
{
    private readonly (int Index, double Level, double[] Deviation)[] _deviations;
    private readonly double _levelScale;

    /// <summary>Measures the noise.</summary>
    /// <param name="curves">The curves on their scale.</param>
    /// <param name="predicted">For each what is predicted for its configuration.</param>
    /// <param name="groups">For each the number of its configuration.</param>
    public SeedNoise(IReadOnlyList<double[]> curves, IReadOnlyList<double[]> predicted, IReadOnlyList<int> groups)
    {
        _deviations =
        [
            .. from index in Enumerable.Range(0, curves.Count)
               group index by groups[index] into replicates
               where replicates.Count() > 1
               from deviation in Deviations([.. replicates], curves, predicted[replicates.First()])
               select deviation,
        ];
        _levelScale = LevelScale([.. _deviations.Select(deviation => deviation.Level)]);
    }

    /// <summary>Adds what a seed makes of a curve; nothing when no configuration was trained more than once.</summary>
    /// <param name="curve">The curve on its scale.</param>
    /// <param name="similarities">How alike its configuration and those of the recorded curves are.</param>
    /// <param name="random">The seed's numbers.</param>
    public void AddTo(Span<double> curve, ReadOnlySpan<double> similarities, RandomStream random)
    {
        if (_deviations.Length == 0)
            return;
        var level = curve[^1];
        var nearest = _deviations.Min(recorded => Distance(recorded.Level, level));
        var weights = new double[_deviations.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = similarities[_deviations[i].Index] * Math.Exp(-0.5 * (Distance(_deviations[i].Level, level) - nearest));
        var left = weights.Sum() * random.NextDouble();
        var chosen = 0;
        while (chosen < weights.Length - 1 && (left -= weights[chosen]) >= 0)
            chosen++;
        var deviation = _deviations[chosen].Deviation;
        for (var epoch = 0; epoch < curve.Length; epoch++)
            curve[epoch] += deviation[epoch];
    }

    /// <summary>The square of the distance between two levels.</summary>
    private double Distance(double level, double other) => (level - other) / _levelScale * ((level - other) / _levelScale);

    /// <summary>The width of a kernel over levels (Silverman, Density Estimation for Statistics and Data Analysis, 1986, equation 3.31).</summary>
    private static double LevelScale(double[] levels)
    {
        double[] sorted = [.. levels.Distinct().Order()];
        if (sorted.Length < 2)
            return 1;
        var spread = Math.Sqrt(Variance(sorted));
        var quartiles = sorted[3 * (sorted.Length - 1) / 4] - sorted[(sorted.Length - 1) / 4];
        return 0.9 * (quartiles > 0 ? Math.Min(spread, quartiles / 1.34) : spread) * Math.Pow(sorted.Length, -0.2);
    }

    private static IEnumerable<(int Index, double Level, double[] Deviation)> Deviations(int[] replicates, IReadOnlyList<double[]> curves, double[] predicted)
    {
        double[] centres = [.. predicted.Select((value, epoch) => Median([value, .. replicates.Select(index => curves[index][epoch])]))];
        double[][] deviations = [.. replicates.Select(index => curves[index].Zip(centres, (value, centre) => value - centre).ToArray())];
        // near the centre of few, trainings are closer than to the true one, and how much closer depends on what the prediction is worth
        var meanSquare = deviations.Average(deviation => deviation.Sum(value => value * value));
        var larger = meanSquare > 0 ? Math.Sqrt(predicted.Select((_, epoch) => Variance([.. replicates.Select(index => curves[index][epoch])])).Sum() / meanSquare) : 1;
        return replicates.Select((index, i) => (index, predicted[^1], deviations[i].Select(value => larger * value).ToArray()));
    }

    /// <summary>The unbiased variance of at least two numbers.</summary>
    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
