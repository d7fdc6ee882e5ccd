using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;
using MathNet.Numerics.Statistics;

namespace Hpo.Comparisons.Statistics;

/// <summary>
/// Resamples for percentile bootstrap intervals (Efron and Tibshirani, "An introduction to the bootstrap", 1993, section 13.3). Which repetitions a resample
/// holds is drawn once, and used for every point of a curve: what is resampled is a whole repetition, so neighbouring points belong together, and a curve
/// of hundreds of points takes milliseconds. Not safe for use by several threads at once.
/// </summary>
public sealed class BootstrapResamples
{
    /// <summary>How many resamples are drawn.</summary>
    public const int Resamples = 1000;

    // resamples are reckoned by eights, and 1000 is a multiple of 8
    private const int Lanes = 8;

    // how often each repetition is in each resample: for each eight resamples, for each repetition, eight counts
    private readonly double[] _counts;
    private readonly int _size;
    private readonly double[] _sorted;
    private readonly int[] _order;
    private readonly double[] _sums = new double[Resamples];

    /// <summary>Draws the resamples for samples of one size.</summary>
    /// <param name="size">How many values a sample has; at least 1.</param>
    /// <param name="seed">The seed: the same seed and size give the same resamples.</param>
    public BootstrapResamples(int size, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
        _sorted = new double[size];
        _order = new int[size];
        _counts = new double[size * Resamples];
        var stream = RandomStream.Derive(seed, size, "bootstrap");
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var draw = 0; draw < size; draw++)
                _counts[(resample / Lanes * size + stream.Next(size)) * Lanes + resample % Lanes]++;
        }
    }

    /// <summary>The percentile interval of the interquartile mean.</summary>
    /// <param name="values">The sample, in any order; as many values as the resamples were drawn for.</param>
    /// <param name="confidence">Of (0, 1).</param>
    public (double Lower, double Upper) InterquartileMeanInterval(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        if (values.Length != _size)
            throw new ArgumentException($"The resamples are for {_size} values, not {values.Length}.", nameof(values));
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is more than 0 and less than 1.");
        SumMiddles(values);
        var tail = (1 - confidence) / 2;
        var weights = 0.5 * _size;
        // selected, not sorted: two quantiles are all that is needed
        return (Select(tail) / weights, Select(1 - tail) / weights);
    }

    private double Select(double probability) => ArrayStatistics.QuantileCustomInplace(_sums, probability, QuantileDefinition.R7);

    /// <summary>
    /// The weighted sum of the middle half of every resample. The sample is sorted once; a resample is then the sorted sample with counts, and its order
    /// statistics from n/4 to 3n/4 are met by adding up counts.
    /// </summary>
    private void SumMiddles(ReadOnlySpan<double> values)
    {
        values.CopyTo(_sorted);
        for (var i = 0; i < _size; i++)
            _order[i] = i;
        Array.Sort(_sorted, _order);

        var low = Vector512.Create(0.25 * _size);
        var high = Vector512.Create(0.75 * _size);
        for (var first = 0; first < Resamples; first += Lanes)
        {
            ReadOnlySpan<double> counts = _counts.AsSpan(first * _size, _size * Lanes);
            var (place, before, sum) = (Vector512<double>.Zero, low, Vector512<double>.Zero);
            for (var i = 0; i < _sorted.Length; i++)
            {
                place += Vector512.Create(counts[(_order[i] * Lanes)..]);
                var after = Vector512.Min(Vector512.Max(place, low), high);
                sum += (after - before) * Vector512.Create(_sorted[i]);
                before = after;
            }

            sum.CopyTo(_sums, first);
        }
    }
}
