namespace Hpo.Figures.Studies;

/// <summary>Which part of the y axis a chart of errors shows by itself: a few errors that are very large would press everything else flat on the axis.</summary>
public static class ErrorRange
{
    /// <summary>What is said while a part is cut off.</summary>
    public const string SomeLieAbove = "Some points lie above the picture: Reset zoom shows all of it.";

    // how many times the part where most errors lie the whole must be for the rest to be left out
    private const double WorthACut = 4;

    // the share of the errors, the smallest ones, that is always in sight
    private const double InSight = 0.75;

    private const double Margin = 0.06;

    /// <summary>The part; null when all can be shown as it is.</summary>
    /// <param name="ended">The errors of ended trials in ascending order.</param>
    /// <param name="open">Those of the others in ascending order.</param>
    /// <param name="best">The best so far, which is always in sight; null before the first.</param>
    /// <param name="minimum">The smallest possible error; null when nobody knows it.</param>
    public static FigureFit? Of(IReadOnlyList<double> ended, IReadOnlyList<double> open, double? best, double? minimum)
    {
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(open);
        var count = ended.Count + open.Count;
        if (count == 0)
            return null;
        var low = Math.Min(Smallest(ended, open, 0), Math.Min(best ?? double.PositiveInfinity, minimum ?? double.PositiveInfinity));
        var top = Smallest(ended, open, count - 1);
        // plotly would show a single value with one unit on either side
        if (top == low)
            return new(low - Around(low), low + Around(low), null);
        var high = RoundedUp(Smallest(ended, open, (int)Math.Ceiling(InSight * count) - 1) - low);
        return high > 0 && top - low > WorthACut * high ? new(low - (high * Margin), low + (high * (1 + Margin)), SomeLieAbove) : null;
    }

    private static double Around(double value) => (value == 0 ? 1 : Math.Abs(value)) * 0.1;

    /// <summary>To two digits, so that the axis does not move with every trial.</summary>
    private static double RoundedUp(double extent)
    {
        if (extent <= 0)
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(extent)) - 1);
        return Math.Ceiling(extent / unit) * unit;
    }

    /// <summary>The value at a place, from 0, in the order of both lists together.</summary>
    private static double Smallest(IReadOnlyList<double> one, IReadOnlyList<double> other, int place)
    {
        // how many of the values up to that place are the other's
        var (from, to) = (Math.Max(0, place + 1 - one.Count), Math.Min(other.Count, place + 1));
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (one[place - middle] > other[middle])
                from = middle + 1;
            else
                to = middle;
        }

        var (last, lastOther) = (place - from, from - 1);
        return Math.Max(last < 0 ? double.NegativeInfinity : one[last], lastOther < 0 ? double.NegativeInfinity : other[lastOther]);
    }
}
