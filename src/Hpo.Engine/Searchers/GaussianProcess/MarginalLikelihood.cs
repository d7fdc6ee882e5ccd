using System.Runtime.CompilerServices;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The posterior density of hyperparameters given targets at points, up to a constant: marginal likelihood times prior (Rasmussen and Williams,
/// 5.4.1). Its working memory is kept for the next data.
/// </summary>
internal sealed class MarginalLikelihood(Matern52 kernel)
{
    private readonly CholeskyFactor _factor = new();
    private readonly PointSet _points = new(kernel.Axes);
    private double[] _slopes = [];
    private double[] _inverse = [];
    private double[] _targets = [];
    private double[] _alpha = [];
    private double[] _weights = [];

    /// <summary>Sets the data.</summary>
    /// <param name="points">The points, at least one.</param>
    /// <param name="targets">A target for each.</param>
    public void SetData(IReadOnlyList<double[]> points, double[] targets)
    {
        _points.Truncate(0);
        foreach (var point in points)
            _points.Add(point);
        _targets = targets;
        _factor.Truncate(0);
        _factor.Reserve(points.Count);
        if (_alpha.Length >= _factor.Stride && _slopes.Length >= points.Count * _factor.Stride)
            return;
        _slopes = new double[points.Count * _factor.Stride];
        _inverse = new double[_slopes.Length];
        _alpha = new double[_factor.Stride];
        _weights = new double[_factor.Stride];
    }

    /// <summary>The negative logarithm of the density; infinite where the kernel's matrix is not positive definite.</summary>
    /// <param name="logs">The hyperparameters' logarithms, as in <see cref="Hyperparameters.FromLogs"/>.</param>
    /// <param name="gradient">Its gradient by them.</param>
    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        var theta = Hyperparameters.FromLogs(logs);
        if (!TryFactorise(theta))
            return double.PositiveInfinity;

        var count = _points.Count;
        var alpha = _alpha.AsSpan(0, count);
        _targets.CopyTo(alpha);
        _factor.Solve(_alpha, 1);
        var fit = DotTile.Dot(alpha, alpha);
        _factor.SolveTransposed(alpha);
        gradient.Clear();
        var density = HyperparameterPriors.AddLogDensity(theta, gradient) - (0.5 * (fit + _factor.LogDeterminant));
        AddGradient(theta, alpha, gradient);
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = -gradient[i];
        return -density;
    }

    private bool TryFactorise(Hyperparameters theta)
    {
        Span<double> point = stackalloc double[kernel.Axes];
        _factor.Truncate(0);
        for (var i = 0; i < _points.Count; i++)
        {
            _points.CopyTo(i, point);
            var row = _factor.Row(i);
            kernel.ValuesAndSlopes(theta, point, _points, i + 1, row, _slopes.AsSpan(i * _factor.Stride));
            row[i] = theta.Scale + theta.Noise;
        }

        return _factor.TryExtend(_points.Count);
    }

    /// <summary>½ tr((α αᵀ − K⁻¹) ∂K/∂θ) for each θ.</summary>
    private void AddGradient(Hyperparameters theta, ReadOnlySpan<double> alpha, Span<double> gradient)
    {
        var (count, stride, axes) = (_points.Count, _factor.Stride, kernel.Axes);
        _factor.InverseTransposed(_inverse);
        Span<double> point = stackalloc double[axes];
        Span<double> sums = stackalloc double[axes];
        sums.Clear();
        var trace = 0.0;
        for (var i = 0; i < count; i++)
        {
            // K⁻¹ = L⁻ᵀ L⁻¹: dot products of rows of L⁻ᵀ, which start with zeros
            trace += DotTile.Dot(_inverse.AsSpan((i * stride) + i, count - i), _inverse.AsSpan((i * stride) + i, count - i));
            WriteInverseRow(i);
            for (var j = 0; j < i; j++)
                _weights[j] = ((alpha[i] * alpha[j]) - _weights[j]) * _slopes[(i * stride) + j];
            var padded = (i + 3) / 4 * 4;
            _weights.AsSpan(i, padded - i).Clear();
            _points.CopyTo(i, point);
            kernel.AddSquaredDistances(point, _points, _weights.AsSpan(0, padded), sums);
        }

        for (var axis = 0; axis < axes; axis++)
            gradient[axis] += theta.InverseSquaredLengths[axis] * sums[axis];
        // the kernel's part of K is K − noise · I, and K α are the targets
        var square = DotTile.Dot(alpha, alpha);
        var fit = DotTile.Dot(alpha, _targets.AsSpan(0, count));
        gradient[axes] += 0.5 * (fit - (theta.Noise * square) - (count - (theta.Noise * trace)));
        gradient[axes + 1] += 0.5 * (square - trace) * (theta.Noise - Hyperparameters.MinNoise);
    }

    /// <summary>The elements of K⁻¹ left of the diagonal.</summary>
    private void WriteInverseRow(int row)
    {
        var (count, stride) = (_points.Count, _factor.Stride);
        ref var start = ref _inverse[0];
        ref var x = ref Unsafe.Add(ref start, row * stride);
        var (from, to) = ((nuint)(row / 4 * 4), (nuint)((count + 3) / 4 * 4));
        var column = 0;
        for (; column + 4 <= row; column += 4)
        {
            var dots = DotTile.OneByFour(ref x, ref Unsafe.Add(ref start, column * stride), (nuint)stride, from, to);
            for (var i = 0; i < 4; i++)
                _weights[column + i] = dots[i];
        }

        for (; column < row; column++)
            _weights[column] = DotTile.Dot(_inverse.AsSpan((row * stride) + row, count - row), _inverse.AsSpan((column * stride) + row, count - row));
    }
}
