using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>One point of a curve with its band, from the values of all repetitions there.</summary>
internal static class BandRules
{
    /// <param name="values">The values of the repetitions; at least one, all finite. Left sorted.</param>
    /// <param name="summary">What is drawn.</param>
    /// <param name="resamples">For as many values as there are.</param>
    /// <returns>The band is missing for a single repetition: one value says nothing about spread.</returns>
    public static (double Center, double? Lower, double? Upper) Point(double[] values, Summary summary, Func<BootstrapResamples> resamples)
    {
        if (values.Length == 1)
            return (values[0], null, null);
        if (summary == Summary.Mean)
        {
            var mean = Descriptive.Mean(values);
            var deviation = Descriptive.StandardDeviation(values);
            return (mean, mean - deviation, mean + deviation);
        }

        if (summary == Summary.Median)
        {
            Array.Sort(values);
            return (Descriptive.Quantile(values, 0.5), Descriptive.Quantile(values, 0.25), Descriptive.Quantile(values, 0.75));
        }

        // before sorting: a resample is of repetitions, known by their places
        var (lower, upper) = resamples().InterquartileMeanInterval(values);
        Array.Sort(values);
        return (Descriptive.InterquartileMean(values), lower, upper);
    }
}
