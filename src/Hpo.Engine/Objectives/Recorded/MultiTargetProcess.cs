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
    private const double FirstLength = 0.5, FirstNoise = 0.1, FirstStep = 1, Tolerance = 0.01, Bound = 14;

    /// <summary>How often outliers are looked for, and from how many medians of the distances on a value is one: three standard deviations of normal noise.</summary>
    private const int Passes = 2;

    private const double Far = 4.5;

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
    /// <param name="robust">Whether values that are far from what the others say count as if they were less far.</param>
    public MultiTargetProcess(ImmutableArray<Axis> axes, IReadOnlyList<double[]> points, IReadOnlyList<double[]> targets, bool robust = false)
    {
        _kernel = new(axes);
        _points = new(axes.Length);
        foreach (var point in points)
            _points.Add(point);
        _means = [.. targets.Select(values => values.Average())];
        _deviations = [.. targets.Zip(_means, Deviation)];
        double[][] scaled = [.. targets.Select((values, t) => values.Select(value => (value - _means[t]) / _deviations[t]).ToArray())];
        double[][] believed = [.. scaled.Select(values => values.ToArray())];
        var logs = FirstLogs(axes.Length);
        _theta = Fit(logs, points, believed[^1]);
        var factor = Factorise(points);
        for (var pass = 0; robust && pass < Passes; pass++)
        {
            PullIn(factor, scaled, believed);
            _theta = Fit(logs, points, believed[^1]);
            factor = Factorise(points);
        }

        _alphas = [.. believed.Select(values => Solve(factor, values))];
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

    private static double[] FirstLogs(int axes)
    {
        var logs = new double[Hyperparameters.Parameters(axes)];
        Array.Fill(logs, -2 * Math.Log(FirstLength));
        (logs[^2], logs[^1]) = (0, Math.Log(FirstNoise));
        return logs;
    }

    private static double Square(ReadOnlySpan<double> row) => DotTile.Dot(row, row);

    private static double[] Solve(CholeskyFactor factor, double[] target)
    {
        var alpha = new double[factor.Stride];
        target.CopyTo(alpha, 0);
        factor.Solve(alpha, 1);
        factor.SolveTransposed(alpha.AsSpan(0, factor.Count));
        return alpha[..factor.Count];
    }

    /// <summary>
    /// Moves outliers nearer to what is expected of them when they are left out (Huber's pseudo-values; Rasmussen and Williams, 5.4.2, for leaving out).
    /// </summary>
    private static void PullIn(CholeskyFactor factor, double[][] targets, double[][] believed)
    {
        var inverse = new double[factor.Count * factor.Stride];
        factor.InverseTransposed(inverse);
        double[] diagonal = [.. Enumerable.Range(0, factor.Count).Select(i => Square(inverse.AsSpan(i * factor.Stride, factor.Count)))];
        foreach (var (target, values) in targets.Zip(believed))
        {
            var alpha = Solve(factor, values);
            double[] expected = [.. values.Select((value, i) => value - (alpha[i] / diagonal[i]))];
            double[] distances = [.. target.Zip(expected, (value, mean) => Math.Abs(value - mean)).Order()];
            var far = Far * distances[distances.Length / 2];
            for (var i = 0; i < values.Length; i++)
                values[i] = expected[i] + Math.Clamp(target[i] - expected[i], -far, far);
        }
    }

    private Hyperparameters Fit(double[] logs, IReadOnlyList<double[]> points, double[] targets)
    {
        var likelihood = new MarginalLikelihood(_kernel);
        likelihood.SetData(points, targets);
        var before = Hyperparameters.FromLogs(logs);
        var value = new BoxLbfgs(logs.Length).Minimise(Evaluate, logs, -Bound, Bound, FirstStep, MaxEvaluations, Tolerance);
        return double.IsFinite(value) ? Hyperparameters.FromLogs(logs) : before;

        // a searcher's prior takes errors for nearly free of noise; that of trainings is no smaller than the differences between good configurations
        double Evaluate(ReadOnlySpan<double> at, Span<double> gradient)
        {
            var density = likelihood.Evaluate(at, gradient);
            var noise = Hyperparameters.FromLogs(at).Noise;
            gradient[^1] -= HyperparameterPriors.NoiseRate * (noise - Hyperparameters.MinNoise);
            return density - (HyperparameterPriors.NoiseRate * noise);
        }
    }

    private CholeskyFactor Factorise(IReadOnlyList<double[]> points)
    {
        var factor = new CholeskyFactor();
        factor.Reserve(Count);
        for (var i = 0; i < Count; i++)
        {
            var row = factor.Row(i);
            _kernel.Values(_theta, points[i], _points, i + 1, row);
            row[i] = _theta.Scale + _theta.Noise;
        }

        return factor.TryExtend(Count) ? factor : throw new InvalidOperationException("The kernel's matrix is not positive definite.");
    }
}
