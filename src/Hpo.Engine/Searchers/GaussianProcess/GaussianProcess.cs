namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// A Gaussian process given targets at points (Rasmussen and Williams, algorithm 2.1), and what to expect of other points. What was computed
/// for points that stay the same is kept: with the same hyperparameters, further points extend the Cholesky factor.
/// </summary>
internal sealed class GaussianProcess(Matern52 kernel)
{
    /// <summary>How many points are scored at a time: their right-hand sides stay in the cache.</summary>
    private const int Batch = 32;

    /// <summary>The least variance that is believed, relative to the kernel's scale: below it, rounding errors take over.</summary>
    private const double MinVariance = 1e-13;

    /// <summary>What is added to the diagonal, relative to the kernel's scale, until its matrix is positive definite.</summary>
    private static readonly double[] Jitters = [0, 1e-8, 1e-6, 1e-4];

    private readonly CholeskyFactor _factor = new();
    private readonly PointSet _points = new(kernel.Axes);
    private readonly List<double[]> _known = [];
    private Hyperparameters _theta = new([], 1, 1);
    private double _jitter;
    private double[] _alpha = [];
    private double[] _values = [];
    private double[] _slopes = [];
    private double[] _weights = [];

    /// <summary>The least posterior mean at the points of the model: what there is to improve on.</summary>
    public double Best { get; private set; }

    /// <summary>
    /// Sets the data. Points without a target are believed to have the posterior mean as theirs (the kriging believer of Ginsbourger,
    /// Le Riche and Carraro, 2010): that leaves the mean unchanged everywhere, and the variance falls around them.
    /// </summary>
    /// <param name="theta">The hyperparameters.</param>
    /// <param name="points">The points, those with targets first.</param>
    /// <param name="targets">The targets of the first points, at least one.</param>
    /// <returns>Whether the kernel's matrix could be factorised.</returns>
    public bool TrySetData(Hyperparameters theta, IReadOnlyList<double[]> points, ReadOnlySpan<double> targets)
    {
        KeepCommonPoints(theta, points, targets.Length);
        foreach (var jitter in Jitters)
        {
            if (jitter * theta.Scale != _jitter)
                Forget(jitter * theta.Scale);
            if (!TryExtend(points, targets.Length))
                continue;
            SolveFor(targets);
            if (!TryExtend(points, points.Count))
                continue;
            Best = LeastMean(targets);
            return true;
        }

        Forget(0);
        return false;
    }

    /// <summary>The posterior mean and variance of the function, without noise.</summary>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> point)
    {
        var values = _values.AsSpan(0, _factor.Stride);
        kernel.Values(_theta, point, _points, _points.Count, values);
        var mean = DotTile.Dot(values[.._points.Count], _alpha.AsSpan(0, _points.Count));
        _factor.Solve(values, 1);
        return (mean, Variance(values[.._points.Count]));
    }

    /// <summary>The logarithms of the expected improvement at several points.</summary>
    /// <param name="points">The points, one after the other.</param>
    /// <param name="scores">A number for each.</param>
    public void ScoreAll(ReadOnlySpan<double> points, Span<double> scores)
    {
        var (axes, count, stride) = (kernel.Axes, _points.Count, _factor.Stride);
        Span<double> means = stackalloc double[Batch];
        for (var start = 0; start < scores.Length; start += Batch)
        {
            var batch = Math.Min(Batch, scores.Length - start);
            for (var i = 0; i < batch; i++)
            {
                var values = _values.AsSpan(i * stride, stride);
                kernel.Values(_theta, points.Slice((start + i) * axes, axes), _points, count, values);
                means[i] = DotTile.Dot(values[..count], _alpha.AsSpan(0, count));
            }

            _factor.Solve(_values, batch);
            for (var i = 0; i < batch; i++)
            {
                var deviation = Math.Sqrt(Variance(_values.AsSpan(i * stride, count)));
                scores[start + i] = LogExpectedImprovement.LogH((Best - means[i]) / deviation) + Math.Log(deviation);
            }
        }
    }

    /// <summary>The logarithm of the expected improvement at a point, and its gradient (0 on categorical axes).</summary>
    public double Score(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var count = _points.Count;
        var padded = (count + 3) / 4 * 4;
        var values = _values.AsSpan(0, _factor.Stride);
        var slopes = _slopes.AsSpan(0, padded);
        var weights = _weights.AsSpan(0, padded);
        kernel.ValuesAndSlopes(_theta, point, _points, count, values, slopes);
        var mean = DotTile.Dot(values[..count], _alpha.AsSpan(0, count));
        _factor.Solve(values, 1);
        var deviation = Math.Sqrt(Variance(values[..count]));
        _factor.SolveTransposed(values[..count]);
        var score = LogExpectedImprovement.Evaluate(Best, mean, deviation, out var byMean, out var byDeviation);
        // mean = Σ αⱼ kⱼ, and the derivative of the variance by kⱼ is −2 (K⁻¹ k)ⱼ
        for (var j = 0; j < count; j++)
            weights[j] = ((byMean * _alpha[j]) - (byDeviation / deviation * values[j])) * slopes[j];
        weights[count..].Clear();
        kernel.Gradient(_theta, point, _points, weights, gradient);
        return score;
    }

    /// <summary>The points of the model that have the most to say about a point, by the kernel between them, the most important first.</summary>
    /// <param name="point">The point.</param>
    /// <param name="among">How many of the model's first points are considered.</param>
    /// <param name="count">How many are wanted at most.</param>
    public int[] MostRelated(ReadOnlySpan<double> point, int among, int count)
    {
        var values = new double[(among + 3) / 4 * 4];
        kernel.Values(_theta, point, _points, among, values);
        return [.. Enumerable.Range(0, among).OrderByDescending(i => values[i]).ThenByDescending(i => i).Take(count)];
    }

    private double Variance(ReadOnlySpan<double> solution) =>
        Math.Max(_theta.Scale - DotTile.Dot(solution, solution), MinVariance * _theta.Scale);

    private void KeepCommonPoints(Hyperparameters theta, IReadOnlyList<double[]> points, int targets)
    {
        var common = 0;
        while (theta == _theta && common < Math.Min(_known.Count, targets) && ReferenceEquals(points[common], _known[common]))
            common++;
        _known.RemoveRange(common, _known.Count - common);
        _points.Truncate(common);
        _factor.Truncate(common);
        _theta = theta;
        if (common == 0)
            _jitter = 0;
        _factor.Reserve(points.Count);
        if (_alpha.Length >= _factor.Stride && _values.Length >= Batch * _factor.Stride)
            return;
        _alpha = new double[_factor.Stride];
        _slopes = new double[_factor.Stride];
        _weights = new double[_factor.Stride];
        _values = new double[Batch * _factor.Stride];
    }

    private void Forget(double jitter)
    {
        _known.Clear();
        _points.Truncate(0);
        _factor.Truncate(0);
        _jitter = jitter;
    }

    private bool TryExtend(IReadOnlyList<double[]> points, int count)
    {
        for (var i = _known.Count; i < count; i++)
        {
            _points.Add(points[i]);
            _known.Add(points[i]);
            var row = _factor.Row(i);
            kernel.Values(_theta, points[i], _points, i + 1, row);
            row[i] = _theta.Scale + _theta.Noise + _jitter;
        }

        return _factor.TryExtend(count);
    }

    /// <summary>α = K⁻¹ y; 0 for points without a target, whose target is what the others say.</summary>
    private void SolveFor(ReadOnlySpan<double> targets)
    {
        _alpha.AsSpan().Clear();
        targets.CopyTo(_alpha);
        _factor.Solve(_alpha, 1);
        _alpha.AsSpan(targets.Length).Clear();
        _factor.SolveTransposed(_alpha.AsSpan(0, targets.Length));
    }

    private double LeastMean(ReadOnlySpan<double> targets)
    {
        // (K − noise · I) α is the mean at the points with targets
        var least = double.PositiveInfinity;
        for (var i = 0; i < targets.Length; i++)
            least = Math.Min(least, targets[i] - ((_theta.Noise + _jitter) * _alpha[i]));
        for (var i = targets.Length; i < _known.Count; i++)
        {
            kernel.Values(_theta, _known[i], _points, targets.Length, _values);
            least = Math.Min(least, DotTile.Dot(_values.AsSpan(0, targets.Length), _alpha.AsSpan(0, targets.Length)));
        }

        return least;
    }
}
