using System.Collections.Immutable;
using System.Globalization;

namespace Hpo.Dashboard.Models.Space;

/// <summary>Where numbers stand on the axis of a picture, from 0 to 1, and what is written beneath it.</summary>
/// <param name="Position">The position of a number.</param>
/// <param name="Ticks">The marks.</param>
public sealed record SketchAxis(Func<double, double> Position, ImmutableArray<SketchTick> Ticks)
{
    /// <summary>The share of the picture's width that one letter of a label takes, with some air.</summary>
    private const double Letter = 0.032;

    /// <summary>A log axis over more powers of ten shows only some of them, and no small marks between them.</summary>
    private const int ManyDecades = 8;

    /// <param name="smallest">The first number that is labelled.</param>
    /// <param name="largest">The last number that is labelled.</param>
    /// <param name="margin">How far the axis goes on beyond them.</param>
    public static SketchAxis Linear(double smallest, double largest, double margin = 0)
    {
        var (start, width) = (smallest - margin, largest - smallest + (2 * margin));
        double Position(double x) => (x - start) / width;
        var step = Math.Pow(10, Math.Floor(Math.Log10((largest - smallest) / 2)));
        if ((largest - smallest) / step > 10)
            step *= 5;
        else if ((largest - smallest) / step > 5)
            step *= 2;
        var inner = Enumerable.Range(1, 12).Select(i => (Math.Floor(smallest / step) + i) * step).Where(x => x > smallest && x < largest);
        return new(Position, Label([smallest, largest], inner, [], Position));
    }

    /// <param name="smallest">The first number that is labelled.</param>
    /// <param name="largest">The last number that is labelled.</param>
    /// <param name="margin">How far the axis goes on beyond them.</param>
    public static SketchAxis Log(double smallest, double largest, double margin = 0)
    {
        var (start, width) = (Math.Log(smallest - margin), Math.Log(largest + margin) - Math.Log(smallest - margin));
        double Position(double x) => (Math.Log(x) - start) / width;
        var decades = Decades(smallest, largest);
        var small = decades.Count > ManyDecades ? [] : decades.Prepend(decades.Count > 0 ? decades[0] / 10 : Math.Pow(10, Math.Floor(Math.Log10(smallest))))
            .SelectMany(decade => Enumerable.Range(2, 8).Select(i => decade * i));
        return new(Position, Label([smallest, largest], decades, small.Where(x => x > smallest && x < largest), Position));
    }

    /// <summary>A log axis seen from 1: 0.9, 0.99 and 0.999 are equally far apart.</summary>
    public static SketchAxis ReverseLog(double smallest, double largest)
    {
        var (start, width) = (Math.Log(1 - smallest), Math.Log(1 - largest) - Math.Log(1 - smallest));
        double Position(double x) => (Math.Log(1 - x) - start) / width;
        var decades = Decades(1 - largest, 1 - smallest);
        var small = decades.Append(1).SelectMany(decade => Enumerable.Range(2, 8).Select(i => decade * i / 10));
        return new(Position, Label(
            [smallest, largest],
            decades.Select(rest => Math.Round(1 - rest, 12)),
            small.Select(rest => 1 - rest).Where(x => x > smallest && x < largest),
            Position));
    }

    /// <summary>A place for each label of a list, as far as there is room; the first and the last come first.</summary>
    public static ImmutableArray<SketchTick> Categories(IReadOnlyList<string> labels)
    {
        var placed = new List<SketchTick>();
        int[] ends = labels.Count > 1 ? [0, labels.Count - 1] : [0];
        foreach (var i in ends.Concat(Enumerable.Range(1, Math.Max(0, labels.Count - 2))))
            Place(placed, (i + 0.5) / labels.Count, Shorten(labels[i]));
        return [.. placed];
    }

    /// <summary>A number short enough for a label: 0.001, 99999, 1e-4, 2.5e6.</summary>
    public static string Show(double number)
    {
        if (Math.Abs(number) is 0 or (>= 0.001 and < 100_000))
            return number.ToString("0.######", CultureInfo.InvariantCulture);
        var parts = number.ToString("0.###E+0", CultureInfo.InvariantCulture).Split('E');
        return $"{parts[0]}e{ValueText.Write(int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))}";
    }

    /// <summary>The powers of ten between two numbers; every second, third, … when there are many.</summary>
    private static List<double> Decades(double smallest, double largest)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(smallest)), (int)Math.Ceiling(Math.Log10(largest)));
        var every = 1 + ((last - first) / (ManyDecades * 2));
        return
        [
            .. Enumerable.Range(first, last - first + 1)
                .Where(exponent => exponent % every == 0)
                .Select(exponent => double.Parse($"1e{ValueText.Write(exponent)}", CultureInfo.InvariantCulture))
                .Where(decade => decade > smallest && decade < largest),
        ];
    }

    private static ImmutableArray<SketchTick> Label(double[] ends, IEnumerable<double> inner, IEnumerable<double> small, Func<double, double> position)
    {
        var placed = new List<SketchTick>();
        var unlabelled = small.Select(x => new SketchTick(position(x), null)).ToList();
        foreach (var x in ends.Concat(inner))
        {
            if (!Place(placed, position(x), Show(x)))
                unlabelled.Add(new SketchTick(position(x), null));
        }

        return [.. unlabelled, .. placed];
    }

    /// <summary>Adds a label where it does not run into another one; labels at the ends are pushed inwards by the picture.</summary>
    private static bool Place(List<SketchTick> placed, double position, string label)
    {
        var (start, end) = Extent(position, label);
        if (placed.Exists(other => Extent(other.Position, other.Label!) is var (otherStart, otherEnd) && start < otherEnd + Letter && otherStart < end + Letter))
            return false;
        placed.Add(new SketchTick(position, label));
        return true;
    }

    private static (double Start, double End) Extent(double position, string label)
    {
        var width = label.Length * Letter;
        var start = Math.Clamp(position - (width / 2), 0, Math.Max(0, 1 - width));
        return (start, start + width);
    }

    private static string Shorten(string label) => label.Length <= 12 ? label : label[..11] + "…";
}
