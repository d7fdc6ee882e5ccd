using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// A scale on which given numbers are normally distributed, whatever they were: a number is replaced by the normal quantile of its rank (the Gaussian copula of
/// Salinas, Shen and Perrone, <i>A Quantile-based Approach for Hyperparameter Transfer Learning</i>, ICML 2020, section 3). A model fitted on it is not
/// drawn by the few largest, and cannot predict more than the largest or less than the smallest that was ever seen.
/// </summary>
internal sealed class QuantileScale
{
    private readonly double[] _values, _quantiles;

    /// <summary>The scale of at least one number. Equal ones have the mean of their ranks.</summary>
    public QuantileScale(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        var ranks = sorted.Index().GroupBy(pair => pair.Item, pair => pair.Index + 0.5).ToList();
        _values = [.. ranks.Select(group => group.Key)];
        _quantiles = [.. ranks.Select(group => Normal.InvCDF(0, 1, group.Average() / sorted.Length))];
    }

    /// <summary>Where a number lies.</summary>
    public double ToScale(double value) => Interpolate(_values, _quantiles, value);

    /// <summary>The number that lies there.</summary>
    public double FromScale(double quantile) => Interpolate(_quantiles, _values, quantile);

    /// <summary>A line from point to point, and level beyond the ends.</summary>
    private static double Interpolate(double[] from, double[] to, double at)
    {
        var found = Array.BinarySearch(from, at);
        if (found >= 0)
            return to[found];
        var above = ~found;
        if (above == 0)
            return to[0];
        if (above == from.Length)
            return to[^1];
        var share = (at - from[above - 1]) / (from[above] - from[above - 1]);
        return to[above - 1] + (share * (to[above] - to[above - 1]));
    }
}
