using System.Collections.Immutable;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// The distribution that samples of the categorical axes are drawn from, a probability q for each category, and its update: a step along the
/// natural gradient whose length adapts to how consistent the gradients are (Hamano, Saito, Nomura, Uchida and Shirakawa, <i>CatCMA: stochastic
/// optimization for mixed-category problems</i>, GECCO 2024, after Akimoto et al., <i>Adaptive stochastic natural gradient method</i>, ICML
/// 2019). No probability falls below the margin of that paper, so that no category is ever lost.
/// </summary>
internal sealed class CategoricalDistribution
{
    /// <summary>How much clearer than noise the gradients must be for the steps to grow (α of Akimoto et al.).</summary>
    private const double SignalThreshold = 1.5;

    private readonly ImmutableArray<Axis> _axes;

    /// <summary>Which coordinates of a point are the categorical ones.</summary>
    private readonly ImmutableArray<int> _coordinates;

    /// <summary>For each categorical axis the probabilities, and the path of the normalised gradients.</summary>
    private readonly double[][] _probabilities, _path;
    private readonly double _rootOfFreedom;
    private double _trust = 1, _pathSize;

    /// <summary>Starts with all categories equally probable.</summary>
    /// <param name="axes">All axes of the space.</param>
    public CategoricalDistribution(ImmutableArray<Axis> axes)
    {
        _coordinates = [.. Enumerable.Range(0, axes.Length).Where(i => axes[i].Kind == AxisKind.Categorical)];
        _axes = [.. _coordinates.Select(i => axes[i])];
        _probabilities = [.. _axes.Select(axis => Enumerable.Repeat(1.0 / axis.Cells, (int)axis.Cells).ToArray())];
        _path = [.. _axes.Select(axis => new double[axis.Cells])];
        _rootOfFreedom = Math.Sqrt(_axes.Sum(axis => axis.Cells - 1));
    }

    /// <summary>The probabilities of the categories of a categorical axis.</summary>
    public ReadOnlySpan<double> ProbabilitiesOn(int axis) => _probabilities[axis];

    /// <summary>The smallest probability of a category.</summary>
    /// <param name="axes">The number of categorical axes.</param>
    /// <param name="categories">The number of categories on this one.</param>
    public static double SmallestProbability(int axes, long categories) => (1 - Math.Pow(0.73, 1.0 / axes)) / (categories - 1);

    /// <summary>Begins with the frequencies of the categories among some points, each counted once more.</summary>
    public void Favour(IReadOnlyCollection<double[]> points)
    {
        for (var i = 0; i < _axes.Length; i++)
        {
            var counts = points.CountBy(point => _axes[i].CellOf(point[_coordinates[i]])).ToDictionary();
            for (var category = 0; category < _axes[i].Cells; category++)
                _probabilities[i][category] = (counts.GetValueOrDefault(category) + 1.0) / (points.Count + _axes[i].Cells);
            KeepMargin(_probabilities[i], SmallestProbability(_axes.Length, _axes[i].Cells));
        }
    }

    /// <summary>Turns uniform numbers into a sample.</summary>
    /// <param name="uniform">A number of [0, 1) for every axis of the space.</param>
    /// <param name="point">Receives the coordinates of the categorical axes: centres of cells.</param>
    public void Sample(ReadOnlySpan<double> uniform, double[] point)
    {
        for (var i = 0; i < _axes.Length; i++)
        {
            var rest = uniform[_coordinates[i]];
            var category = 0;
            while (category < _axes[i].Cells - 1 && (rest -= _probabilities[i][category]) >= 0)
                category++;
            point[_coordinates[i]] = (category + 0.5) / _axes[i].Cells;
        }
    }

    /// <summary>Moves on after a generation.</summary>
    /// <param name="ranked">The generation, the best first.</param>
    /// <param name="parameters">The constants for as many members: their positive weights are used.</param>
    public void Update(IReadOnlyList<Member> ranked, StrategyParameters parameters)
    {
        var gradients = GradientsOf(ranked, parameters);
        // the length in Fisher's metric, in which the gradient of a category weighs 1/q
        var length = Math.Sqrt(gradients.Zip(_probabilities, (gradient, q) => gradient.Zip(q, (g, p) => g * g / p).Sum()).Sum());
        if (length < 1e-12)
            return;
        AdaptTrust(gradients, length, Math.Min(1, _trust / _rootOfFreedom), out var step);
        for (var i = 0; i < _axes.Length; i++)
        {
            for (var category = 0; category < gradients[i].Length; category++)
                _probabilities[i][category] += step * gradients[i][category];
            KeepMargin(_probabilities[i], SmallestProbability(_axes.Length, _axes[i].Cells));
        }
    }

    /// <summary>Σ wᵢ (cᵢ − q) over the better half of the generation: the natural gradient of the expected rank.</summary>
    private double[][] GradientsOf(IReadOnlyList<Member> ranked, StrategyParameters parameters)
    {
        var gradients = _axes.Select(axis => new double[axis.Cells]).ToArray();
        for (var k = 0; k < parameters.Parents && !ranked[k].Failed; k++)
        {
            for (var i = 0; i < _axes.Length; i++)
            {
                for (var category = 0; category < gradients[i].Length; category++)
                    gradients[i][category] -= parameters.Weights[k] * _probabilities[i][category];
                gradients[i][_axes[i].CellOf(ranked[k].Point[_coordinates[i]])] += parameters.Weights[k];
            }
        }

        return gradients;
    }

    /// <summary>
    /// The step along the gradient, at most 1, which goes all the way to the frequencies among the best; and the trust in later steps, which
    /// grows when the gradients point the same way more often than noise would.
    /// </summary>
    private void AdaptTrust(double[][] gradients, double length, double rate, out double step)
    {
        step = Math.Min(1, _trust / length);
        var pathLength = 0.0;
        for (var i = 0; i < _axes.Length; i++)
        {
            for (var category = 0; category < gradients[i].Length; category++)
            {
                var normalised = gradients[i][category] / Math.Sqrt(_probabilities[i][category]) / length;
                _path[i][category] = ((1 - rate) * _path[i][category]) + (Math.Sqrt(rate * (2 - rate)) * normalised);
                pathLength += _path[i][category] * _path[i][category];
            }
        }

        _pathSize = ((1 - rate) * (1 - rate) * _pathSize) + (rate * (2 - rate));
        _trust = Math.Min(_rootOfFreedom, _trust * Math.Exp(rate * ((pathLength / SignalThreshold) - _pathSize)));
    }

    /// <summary>Raises probabilities to the smallest one allowed, at the expense of the others in proportion to what they have above it.</summary>
    private static void KeepMargin(double[] probabilities, double smallest)
    {
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] = Math.Max(probabilities[i], smallest);
        var sum = probabilities.Sum();
        var spare = sum - (smallest * probabilities.Length);
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] -= (sum - 1) * (probabilities[i] - smallest) / spare;
    }
}
