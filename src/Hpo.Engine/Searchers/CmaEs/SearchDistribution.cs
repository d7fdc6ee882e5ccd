using System.Collections.Immutable;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>What samples are drawn from: a normal distribution over the numeric axes and, independent of it, one over the categories.</summary>
internal sealed class SearchDistribution
{
    private readonly ImmutableArray<Axis> _axes;
    private readonly CategoricalDistribution? _categorical;
    private readonly LatinHypercube _hypercube;
    private readonly int _numericAxes;
    private readonly Dictionary<int, StrategyParameters> _parameters = [];

    /// <summary>Starts anew.</summary>
    /// <param name="axes">The axes of the space, at least one.</param>
    /// <param name="mean">The mean, a coordinate an axis.</param>
    /// <param name="step">The step size.</param>
    /// <param name="population">How many samples make a generation.</param>
    public SearchDistribution(ImmutableArray<Axis> axes, double[] mean, double step, int population)
    {
        _hypercube = new LatinHypercube(axes.Length, population);
        _axes = axes;
        _numericAxes = axes.Count(axis => axis.Kind != AxisKind.Categorical);
        Gaussian = _numericAxes > 0 ? new GaussianDistribution(axes, mean, step) : null;
        _categorical = _numericAxes < axes.Length ? new CategoricalDistribution(axes) : null;
    }

    /// <summary>The distribution over the numeric axes; null without any.</summary>
    public GaussianDistribution? Gaussian { get; }

    /// <summary>
    /// Draws a sample: a coordinate an axis. The samples of a generation are stratified, which spreads few of them better than independent draws
    /// (Teytaud and Gelly, <i>DCMA: yet another derandomization in covariance-matrix-adaptation</i>, GECCO 2007, found the same of
    /// quasi-random ones).
    /// </summary>
    public double[] Sample(RandomStream random)
    {
        var point = new double[_axes.Length];
        var uniform = _hypercube.Next(random);
        Gaussian?.Sample(uniform, point);
        _categorical?.Sample(uniform, point);
        return point;
    }

    /// <summary>Begins with the categories that some points have.</summary>
    public void Favour(IReadOnlyCollection<double[]> points) => _categorical?.Favour(points);

    /// <summary>Moves on after a generation.</summary>
    /// <param name="ranked">The generation, the best first; the constants are those for as many members.</param>
    public void Update(IReadOnlyList<Member> ranked)
    {
        if (!_parameters.TryGetValue(ranked.Count, out var parameters))
            _parameters.Add(ranked.Count, parameters = new StrategyParameters(Math.Max(1, _numericAxes), ranked.Count));
        Gaussian?.Update(ranked, parameters, margin: 1.0 / (_axes.Length * ranked.Count));
        _categorical?.Update(ranked, parameters);
        _hypercube.Reset();
    }
}
