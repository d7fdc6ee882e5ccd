namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The scale a model sees errors on. Large errors are compressed: beyond the median by more than <see cref="Plain"/> times its distance from
/// the best error they count with their logarithm, so that a few terrible trials do not flatten the differences among good ones, while the
/// good ones stay as they are (the intent of Vizier's half-rank and log warping: Song et al., <i>The Vizier Gaussian process bandit
/// algorithm</i>, 2024). Then the errors are standardised. A failed trial counts as worse than any error (its infeasible warping), but not
/// by far, for the model is smooth and good configurations may lie at the edge.
/// </summary>
internal sealed class TargetScale
{
    private const double Plain = 2.5, BeyondWorst = 0.05;

    private TargetScale(double[] targets, double logUnit) => (Targets, LogUnit) = (targets, logUnit);

    /// <summary>A target for each trial.</summary>
    public double[] Targets { get; }

    /// <summary>The logarithm of how much error a unit of the scale stands for among good trials.</summary>
    public double LogUnit { get; }

    /// <summary>The scale of some trials.</summary>
    /// <param name="errors">Their errors, NaN for failed ones; at least one is finite.</param>
    public static TargetScale Of(ReadOnlySpan<double> errors)
    {
        // relative to the largest error, lest squares overflow
        var largest = 0.0;
        foreach (var error in errors)
            largest = Math.Max(largest, double.IsNaN(error) ? 0 : Math.Abs(error));
        var unit = largest > 0 ? largest : 1;
        var targets = errors.ToArray();
        for (var i = 0; i < targets.Length; i++)
            targets[i] /= unit;

        Compress(targets, Array.FindAll(targets, double.IsFinite));
        var (mean, deviation) = Moments(targets);
        for (var i = 0; i < targets.Length; i++)
            targets[i] = (targets[i] - mean) / deviation;
        MarkFailures(targets);
        return new(targets, Math.Log(unit) + Math.Log(deviation));
    }

    private static void Compress(double[] values, double[] finite)
    {
        Array.Sort(finite);
        var median = finite[finite.Length / 2];
        var spread = median - finite[0];
        if (spread == 0)
            return;
        var limit = median + (Plain * spread);
        foreach (ref var value in values.AsSpan())
        {
            if (value > limit)
                value = limit + (spread * double.LogP1((value - limit) / spread));
        }
    }

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        var finite = Array.FindAll(values, double.IsFinite);
        var mean = finite.Average();
        var deviation = Math.Sqrt(finite.Average(value => (value - mean) * (value - mean)));
        return (mean, deviation > 0 ? deviation : 1);
    }

    private static void MarkFailures(double[] targets)
    {
        var finite = Array.FindAll(targets, double.IsFinite);
        var (best, worst) = (finite.Min(), finite.Max());
        foreach (ref var target in targets.AsSpan())
        {
            if (double.IsNaN(target))
                target = worst + (BeyondWorst * Math.Max(worst - best, 1));
        }
    }
}
