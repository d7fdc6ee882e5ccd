using System.Collections.Immutable;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// The posterior means of Gaussian processes with different targets at the same points, which share one kernel (Rasmussen and Williams, algorithm
/// 2.1): the kernel's matrix does not depend on the targets, so that all are predicted at the price of one. Any thread may ask.
/// </summary>
internal sealed class MultiTargetProcess
{
    private const int MaxEvaluations = 40;
    private const double FirstLength = 0.5, FirstNoise = 0.03, FirstStep = 1, Tolerance = 0.01, Bound = 14;

    /// <summary>So many points at most are kept on the stack.</summary>
    private const int ShortSet = 1024;

    private readonly Matern52 _kernel;
    private readonly PointSet _points;
    private readonly Hyperparameters _theta;
    private readonly double[][] _alphas;
    private readonly double[] _means, _deviations;

    /// <summary>Fits the kernel to the last target, and the means to all.</summary>
    /// <param name="axes">The axes of the unit cube.</param>
    /// <param name="points">The points, at least one. They may coincide: the noise keeps them apart.</param>
    /// <param name="targets">For each target its values at the points.</param>
    public MultiTargetProcess(ImmutableArray<Axis> axes, IReadOnlyList<double[]> points, IReadOnlyList<double[]> targets)
    {
        _kernel = new(axes);
        _points = new(axes.Length);
        foreach (var point in points)
            _points.Add(point);
        _means = [.. targets.Select(values => values.Average())];
        _deviations = [.. targets.Zip(_means, Deviation)];
        double[][] scaled = [.. targets.Select((values, t) => values.Select(value => (value - _means[t]) / _deviations[t]).ToArray())];
        _theta = Fit(axes.Length, points, scaled[^1]);
        _alphas = Solve(points, scaled);
    }

    /// <summary>The number of targets.</summary>
    public int Targets => _means.Length;

    /// <summary>The number of points.</summary>
    public int Count => _points.Count;

    /// <summary>What is expected at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="values">A number for each target.</param>
    /// <param name="similarities">How alike the point and those of the data are, from 0 to 1; room for <see cref="Count"/> numbers, or none.</param>
    public void Predict(ReadOnlySpan<double> point, Span<double> values, Span<double> similarities = default)
    {
        // the kernel writes four numbers at a time
        var room = Count + 3;
        var kernel = room <= ShortSet ? stackalloc double[room] : new double[room];
        _kernel.Values(_theta, point, _points, Count, kernel);
        kernel = kernel[..Count];
        for (var target = 0; target < values.Length; target++)
            values[target] = _means[target] + (_deviations[target] * DotTile.Dot(kernel, _alphas[target]));
        for (var i = 0; i < similarities.Length; i++)
            similarities[i] = kernel[i] / _theta.Scale;
    }

    private static double Deviation(double[] values, double mean)
    {
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation > 0 ? deviation : 1;
    }

    private Hyperparameters Fit(int axes, IReadOnlyList<double[]> points, double[] targets)
    {
        var likelihood = new MarginalLikelihood(_kernel);
        likelihood.SetData(points, targets);
        var logs = new double[Hyperparameters.Parameters(axes)];
        Array.Fill(logs, -2 * Math.Log(FirstLength));
        (logs[^2], logs[^1]) = (0, Math.Log(FirstNoise));
        var first = Hyperparameters.FromLogs(logs);
        var minimiser = new BoxLbfgs(logs.Length);
        var value = minimiser.Minimise(likelihood.Evaluate, logs, -Bound, Bound, FirstStep, MaxEvaluations, Tolerance);
        return double.IsFinite(value) ? Hyperparameters.FromLogs(logs) : first;
    }

    private double[][] Solve(IReadOnlyList<double[]> points, double[][] targets)
    {
        var factor = new CholeskyFactor();
        factor.Reserve(Count);
        for (var i = 0; i < Count; i++)
        {
            var row = factor.Row(i);
            _kernel.Values(_theta, points[i], _points, i + 1, row);
            row[i] = _theta.Scale + _theta.Noise;
        }

        if (!factor.TryExtend(Count))
            throw new InvalidOperationException("The kernel's matrix is not positive definite.");
        var solutions = new List<double[]>();
        foreach (var target in targets)
        {
            var alpha = new double[factor.Stride];
            target.CopyTo(alpha, 0);
            factor.Solve(alpha, 1);
            factor.SolveTransposed(alpha.AsSpan(0, Count));
            solutions.Add(alpha[..Count]);
        }

        return [.. solutions];
    }
}
