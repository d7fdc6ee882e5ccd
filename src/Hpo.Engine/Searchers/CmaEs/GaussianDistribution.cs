using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// The normal distribution N(m, σ²ACA) that samples of the numeric axes are drawn from, and its update (Hansen, 2016, figure 6, with negative
/// weights). A is the diagonal matrix of CMA-ES with margin: 1 on continuous axes.
/// </summary>
internal sealed class GaussianDistribution
{
    private readonly ImmutableArray<Axis> _axes;

    /// <summary>Which coordinates of a point are the numeric ones.</summary>
    private readonly ImmutableArray<int> _coordinates;
    private readonly int _n;
    private readonly double[] _mean, _scale, _stepPath, _covariancePath, _covariance;

    /// <summary>C = B D² Bᵀ: the columns of B are the directions of the ellipsoid, D holds the lengths of its half axes.</summary>
    private readonly double[] _directions, _lengths;
    private readonly double[] _normal, _workspace;
    private int _generations, _generationsSinceDecomposition;

    /// <summary>Starts with a sphere.</summary>
    /// <param name="axes">All axes of the space.</param>
    /// <param name="mean">m, a coordinate for each of them.</param>
    /// <param name="step">σ.</param>
    public GaussianDistribution(ImmutableArray<Axis> axes, double[] mean, double step)
    {
        _coordinates = [.. Enumerable.Range(0, axes.Length).Where(i => axes[i].Kind != AxisKind.Categorical)];
        _axes = [.. _coordinates.Select(i => axes[i])];
        _n = _axes.Length;
        _mean = [.. _coordinates.Select(i => mean[i])];
        _scale = [.. _axes.Select(_ => 1.0)];
        (_stepPath, _covariancePath, _normal) = (new double[_n], new double[_n], new double[_n]);
        (_covariance, _directions, _workspace) = (new double[_n * _n], new double[_n * _n], new double[_n * _n]);
        _lengths = [.. _axes.Select(_ => 1.0)];
        for (var i = 0; i < _n; i++)
            _covariance[(i * _n) + i] = _directions[(i * _n) + i] = 1;
        Step = step;
    }

    /// <summary>m, for the numeric axes.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>σ.</summary>
    public double Step { get; private set; }

    /// <summary>The largest standard deviation on a continuous axis; null without one.</summary>
    public double? LargestContinuousDeviation { get; private set; }

    /// <summary>The condition of C: the squared ratio of the ellipsoid's longest and shortest axes.</summary>
    public double Condition { get; private set; } = 1;

    /// <summary>The standard deviation on a numeric axis.</summary>
    public double DeviationOn(int axis) => Step * _scale[axis] * Math.Sqrt(_covariance[(axis * _n) + axis]);

    /// <summary>
    /// Turns uniform numbers into a sample, m + σABDz with a standard normal z. On continuous axes it is clipped to the bounds, so that an optimum at
    /// a bound is met exactly; on a grid axis positions beyond the ends stand for the first and the last value.
    /// </summary>
    /// <param name="uniform">A number of [0, 1) for every axis of the space.</param>
    /// <param name="point">Receives the coordinates of the numeric axes.</param>
    public void Sample(ReadOnlySpan<double> uniform, double[] point)
    {
        // 0 would stand for minus infinity
        for (var i = 0; i < _n; i++)
            _normal[i] = _lengths[i] * Normal.InvCDF(0, 1, Math.Max(uniform[_coordinates[i]], 1e-16));
        for (var i = 0; i < _n; i++)
        {
            var position = _mean[i] + (Step * _scale[i] * Dot(_directions.AsSpan(i * _n, _n), _normal));
            point[_coordinates[i]] = _axes[i].Kind == AxisKind.Continuous ? Math.Clamp(position, 0, 1) : position;
        }
    }

    /// <summary>Moves on after a generation.</summary>
    /// <param name="ranked">The generation, the best first.</param>
    /// <param name="parameters">The constants for as many dimensions and members.</param>
    /// <param name="margin">α, the probability with which the search must be able to leave a cell of a grid axis.</param>
    public void Update(IReadOnlyList<Member> ranked, StrategyParameters parameters, double margin)
    {
        _generations++;
        var steps = new double[ranked.Count][];
        var whitened = new double[ranked.Count][];
        var (meanStep, meanWhitened) = (new double[_n], new double[_n]);
        var weights = new double[ranked.Count];
        for (var k = 0; k < ranked.Count; k++)
        {
            steps[k] = StepTo(ranked[k], out whitened[k]);
            // a failed trial may not attract the mean, however few others there are
            weights[k] = ranked[k].Failed ? Math.Min(parameters.Weights[k], 0) : parameters.Weights[k];
            if (weights[k] <= 0)
                continue;
            AddTo(meanStep, weights[k], steps[k]);
            AddTo(meanWhitened, weights[k], whitened[k]);
        }

        for (var i = 0; i < _n; i++)
            _mean[i] += Step * _scale[i] * meanStep[i];
        var isStepShort = FollowPaths(meanStep, meanWhitened, parameters);
        UpdateCovariance(steps, whitened, weights, isStepShort, parameters);
        if (++_generationsSinceDecomposition >= parameters.GenerationsPerDecomposition)
            Decompose();
        CorrectMargins(margin);
        LargestContinuousDeviation = Enumerable.Range(0, _n).Where(i => _axes[i].Kind == AxisKind.Continuous).Select(i => (double?)DeviationOn(i)).Max();
    }

    /// <summary>
    /// y = (x − m)/(σA), and D⁻¹Bᵀy, which is standard normal for a sample. A point that comes from elsewhere may be any number of deviations
    /// away and is brought in, so that one point cannot tear the distribution apart (Hansen, <i>Injecting external solutions into
    /// CMA-ES</i>, 2011, equations 3 and 4).
    /// </summary>
    private double[] StepTo(Member member, out double[] whitened)
    {
        var step = new double[_n];
        for (var i = 0; i < _n; i++)
            step[i] = (member.Point[_coordinates[i]] - _mean[i]) / (Step * _scale[i]);
        whitened = new double[_n];
        for (var i = 0; i < _n; i++)
            AddTo(whitened, step[i], _directions.AsSpan(i * _n, _n));
        for (var i = 0; i < _n; i++)
            whitened[i] /= _lengths[i];
        if (member.IsSample)
            return step;
        var factor = Math.Min(1, (Math.Sqrt(_n) + (2.0 * _n / (_n + 2))) / Math.Sqrt(Dot(whitened, whitened)));
        for (var i = 0; i < _n; i++)
            (step[i], whitened[i]) = (step[i] * factor, whitened[i] * factor);
        return step;
    }

    /// <summary>The two evolution paths and the step size; false when the path is so long that the rank-one update has to wait (h_σ).</summary>
    private bool FollowPaths(double[] meanStep, double[] meanWhitened, StrategyParameters parameters)
    {
        var (rate, pathRate) = (parameters.StepPathRate, parameters.CovariancePathRate);
        var gain = Math.Sqrt(rate * (2 - rate) * parameters.MuEff);
        for (var i = 0; i < _n; i++)
            _stepPath[i] = ((1 - rate) * _stepPath[i]) + (gain * Dot(_directions.AsSpan(i * _n, _n), meanWhitened));
        var length = Math.Sqrt(Dot(_stepPath, _stepPath));
        var isShort = length / Math.Sqrt(1 - Math.Pow(1 - rate, 2 * _generations)) < (1.4 + (2.0 / (_n + 1))) * parameters.NormLength;
        var pathGain = isShort ? Math.Sqrt(pathRate * (2 - pathRate) * parameters.MuEff) : 0;
        for (var i = 0; i < _n; i++)
            _covariancePath[i] = ((1 - pathRate) * _covariancePath[i]) + (pathGain * meanStep[i]);
        Step *= Math.Exp(rate / parameters.StepDamping * ((length / parameters.NormLength) - 1));
        return isShort;
    }

    private void UpdateCovariance(double[][] steps, double[][] whitened, double[] weights, bool isStepShort, StrategyParameters parameters)
    {
        var lost = isStepShort ? 0 : parameters.CovariancePathRate * (2 - parameters.CovariancePathRate);
        var keep = 1 + (parameters.RankOneRate * (lost - 1)) - (parameters.RankMuRate * weights.Sum());
        for (var i = 0; i < _covariance.Length; i++)
            _covariance[i] *= keep;
        AddOuterProduct(parameters.RankOneRate, _covariancePath);
        for (var k = 0; k < steps.Length; k++)
        {
            // negative steps are given one and the same length, so that C stays positive definite
            var weight = weights[k] >= 0 ? weights[k] : weights[k] * _n / Math.Max(Dot(whitened[k], whitened[k]), 1e-12);
            AddOuterProduct(parameters.RankMuRate * weight, steps[k]);
        }
    }

    private void Decompose()
    {
        _generationsSinceDecomposition = 0;
        _covariance.CopyTo(_workspace, 0);
        SymmetricEigen.Decompose(_workspace, _directions, _lengths);
        var (smallest, largest) = (_lengths.Min(), _lengths.Max());
        Condition = smallest > 0 ? largest / smallest : double.PositiveInfinity;
        for (var i = 0; i < _n; i++)
            _lengths[i] = Math.Sqrt(Math.Max(_lengths[i], double.Epsilon));
    }

    private void CorrectMargins(double margin)
    {
        for (var i = 0; i < _n; i++)
        {
            if (_axes[i].Kind != AxisKind.Grid)
                continue;
            var before = DeviationOn(i);
            (_mean[i], var after) = Margin.Correct(_mean[i], before, GridCell.EndsAt(_axes[i], _mean[i]), margin);
            if (after != before)
                _scale[i] *= after / before;
        }
    }

    private void AddOuterProduct(double weight, double[] vector)
    {
        for (var i = 0; i < _n; i++)
            AddTo(_covariance.AsSpan(i * _n, _n), weight * vector[i], vector);
    }

    private static void AddTo(Span<double> sum, double factor, ReadOnlySpan<double> vector)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += factor * vector[i];
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
