namespace Hpo.Comparisons.Statistics;

/// <summary>
/// Holm's correction for several tests at once ("A simple sequentially rejective multiple test procedure", 1979): however many comparisons are made, the
/// probability of even one false finding stays below the level.
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted p-values, in the order given: the smallest times m, the next times m − 1, and so on; never less than a smaller one's, never above 1.
    /// </summary>
    /// <param name="pValues">The p-values of all tests of the family, each of [0, 1].</param>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        var largest = 0.0;
        var left = adjusted.Length;
        foreach (var i in Enumerable.Range(0, adjusted.Length).OrderBy(i => pValues[i]))
        {
            if (!(pValues[i] is >= 0 and <= 1))
                throw new ArgumentException($"{pValues[i]} is not a probability.", nameof(pValues));
            largest = Math.Max(largest, Math.Min(1, left-- * pValues[i]));
            adjusted[i] = largest;
        }

        return adjusted;
    }
}
