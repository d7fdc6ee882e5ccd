using System.Collections.Immutable;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// Where good trials lie more densely than bad ones: candidates are drawn from the density l of good trials and ranked by l/g, g being the
/// density of bad trials, which is to rank them by expected improvement (Bergstra et al., <i>Algorithms for hyper-parameter
/// optimization</i>, NeurIPS 2011, section 4.1).
/// </summary>
internal sealed class DensityRatio(ImmutableArray<Axis> axes, int candidates, bool hasPrior)
{
    private readonly double[][] _candidates = [.. Enumerable.Range(0, candidates).Select(_ => new double[axes.Length])];
    private readonly double[] _logRatios = new double[candidates];
    private readonly int[] _ranking = new int[candidates];

    /// <summary>The density of good trials, l.</summary>
    public ParzenEstimator Good { get; } = new(axes, hasPrior);

    /// <summary>The density of bad trials, g.</summary>
    public ParzenEstimator Bad { get; } = new(axes, hasPrior);

    /// <summary>Draws candidates and ranks them.</summary>
    /// <param name="random">Where candidates come from.</param>
    /// <param name="widening">What to multiply the widths of kernels by when drawing.</param>
    public void Draw(RandomStream random, double widening)
    {
        for (var i = 0; i < _candidates.Length; i++)
        {
            Good.Sample(random, widening, _candidates[i]);
            _logRatios[i] = LogRatio(_candidates[i]);
            _ranking[i] = i;
        }

        // among equals the one drawn first
        Array.Sort(_ranking, (one, other) => (-_logRatios[one], one).CompareTo((-_logRatios[other], other)));
    }

    /// <summary>A candidate by its rank, from 0, the best.</summary>
    public ReadOnlySpan<double> Candidate(int rank) => _candidates[_ranking[rank]];

    /// <summary>log l − log g.</summary>
    public double LogRatio(ReadOnlySpan<double> point) => Good.LogDensity(point) - Bad.LogDensity(point);
}
