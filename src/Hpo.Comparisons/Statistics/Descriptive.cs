namespace Hpo.Comparisons.Statistics;

/// <summary>Means, spreads and quantiles of a sample of finite numbers.</summary>
public static class Descriptive
{
    /// <summary>The arithmetic mean.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        ThrowIfEmpty(values);
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>The sample standard deviation, with n − 1 in the denominator, in two passes.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            throw new ArgumentException("A standard deviation needs at least two values.", nameof(values));
        var mean = Mean(values);
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1));
    }

    /// <summary>A quantile with linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the default of numpy and R.</summary>
    /// <param name="sorted">The sample in ascending order.</param>
    /// <param name="probability">Of [0, 1]; 0.5 is the median.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        ThrowIfEmpty(sorted);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is at least 0 and at most 1.");
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>
    /// The interquartile mean: the mean of the middle half, which a few bad repetitions cannot move and which uses more of the sample than the median
    /// (Agarwal et al., "Deep reinforcement learning at the edge of the statistical precipice", 2021). A quarter of the sample is cut off at either end; where n is not
    /// a multiple of 4, the values at the two cuts count in part: of 5 values the second and the fourth weigh 0.75.
    /// </summary>
    /// <param name="sorted">The sample in ascending order.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double InterquartileMean(ReadOnlySpan<double> sorted)
    {
        ThrowIfEmpty(sorted);
        var (low, high) = (0.25 * sorted.Length, 0.75 * sorted.Length);
        var sum = 0.0;
        for (var i = 0; i < sorted.Length; i++)
            sum += (Math.Clamp(i + 1, low, high) - Math.Clamp(i, low, high)) * sorted[i];
        return sum / (high - low);
    }

    private static void ThrowIfEmpty(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There are no values.", nameof(values));
    }
}
