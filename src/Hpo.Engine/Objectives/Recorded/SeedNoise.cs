using Hpo.Engine.Randomness;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// How trainings of the same configuration with different seeds differ. A seed gets the deviation, over all epochs, of one recorded training from the median
/// of its configuration's replicates, those of similar configurations being the most probable. Nothing is assumed about its distribution, for that has a
/// long tail: now and then a training is much worse than its twins, and hardly ever much better.
/// </summary>
internal sealed class SeedNoise
{
    private readonly (int Index, double[] Deviation)[] _deviations;

    /// <summary>Measures the noise.</summary>
    /// <param name="curves">The curves on their scale.</param>
    /// <param name="groups">For each the number of its configuration.</param>
    public SeedNoise(IReadOnlyList<double[]> curves, IReadOnlyList<int> groups)
    {
        _deviations =
        [
            .. from index in Enumerable.Range(0, curves.Count)
               group index by groups[index] into replicates
               where replicates.Count() > 1
               from deviation in Deviations([.. replicates], curves)
               select deviation,
        ];
    }

    /// <summary>Adds what a seed makes of a curve; nothing when no configuration was trained more than once.</summary>
    /// <param name="curve">The curve on its scale.</param>
    /// <param name="similarities">How alike its configuration and those of the recorded curves are.</param>
    /// <param name="random">The seed's numbers.</param>
    public void AddTo(Span<double> curve, ReadOnlySpan<double> similarities, RandomStream random)
    {
        if (_deviations.Length == 0)
            return;
        var left = 0.0;
        foreach (var (index, _) in _deviations)
            left += similarities[index];
        left *= random.NextDouble();
        var chosen = 0;
        while (chosen < _deviations.Length - 1 && (left -= similarities[_deviations[chosen].Index]) >= 0)
            chosen++;
        var deviation = _deviations[chosen].Deviation;
        for (var epoch = 0; epoch < curve.Length; epoch++)
            curve[epoch] += deviation[epoch];
    }

    private static IEnumerable<(int Index, double[] Deviation)> Deviations(int[] replicates, IReadOnlyList<double[]> curves)
    {
        double[] medians =
        [
            .. Enumerable.Range(0, curves[0].Length).Select(epoch => Median([.. replicates.Select(index => curves[index][epoch])])),
        ];
        var larger = Larger(replicates.Length);
        return replicates.Select(index => (index, curves[index].Zip(medians, (value, median) => larger * (value - median)).ToArray()));
    }

    /// <summary>
    /// By how much deviations from the median of a few have to be enlarged to be as large as those from the true one, if they are normally distributed: the
    /// variance of a number minus the median is 1 + V − 2/n, V being the variance of the median, to within one in a hundred of the factor as written here.
    /// </summary>
    private static double Larger(int count) => 1 / Math.Sqrt(1 + (Math.PI / ((2 * count) + (count % 2 == 0 ? 2.3 : 1))) - (2.0 / count));

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
