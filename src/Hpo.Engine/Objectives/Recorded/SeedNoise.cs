using Hpo.Engine.Randomness;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// How trainings of the same configuration with different seeds differ: normally distributed on the scale of the curves, with the covariance
/// over the epochs that the replicates of the recorded configurations have, those alike counting most. It is drawn without ever writing the
/// covariance down, as Σ zᵢ √wᵢ rᵢ with standard normal zᵢ, the weights wᵢ having the sum 1 and the rᵢ being the measured deviations.
/// </summary>
internal sealed class SeedNoise
{
    private readonly (int Index, double[] Residual)[] _residuals;

    /// <summary>Measures the noise.</summary>
    /// <param name="curves">The curves on their scale.</param>
    /// <param name="groups">For each the number of its configuration.</param>
    public SeedNoise(IReadOnlyList<double[]> curves, IReadOnlyList<int> groups)
    {
        _residuals =
        [
            .. from index in Enumerable.Range(0, curves.Count)
               group index by groups[index] into replicates
               where replicates.Count() > 1
               from residual in Residuals([.. replicates], curves)
               select residual,
        ];
    }

    /// <summary>Adds what a seed makes of a curve.</summary>
    /// <param name="curve">The curve on its scale.</param>
    /// <param name="similarities">How alike its configuration and those of the recorded curves are, not all 0.</param>
    /// <param name="random">The seed's numbers.</param>
    public void AddTo(Span<double> curve, ReadOnlySpan<double> similarities, RandomStream random)
    {
        var total = 0.0;
        foreach (var (index, _) in _residuals)
            total += similarities[index];
        foreach (var (index, residual) in _residuals)
        {
            var weight = Math.Sqrt(similarities[index] / total) * random.NextGaussian();
            for (var epoch = 0; epoch < curve.Length; epoch++)
                curve[epoch] += weight * residual[epoch];
        }
    }

    /// <summary>The deviations of replicates from their mean, made larger so that they have the variance of single trainings.</summary>
    private static IEnumerable<(int Index, double[] Residual)> Residuals(int[] replicates, IReadOnlyList<double[]> curves)
    {
        var larger = Math.Sqrt(replicates.Length / (replicates.Length - 1.0));
        double[] means = [.. Enumerable.Range(0, curves[0].Length).Select(epoch => replicates.Average(index => curves[index][epoch]))];
        return replicates.Select(index => (index, curves[index].Zip(means, (value, mean) => larger * (value - mean)).ToArray()));
    }
}
