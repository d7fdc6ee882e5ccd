using System.Globalization;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>The rules that bounds of numeric domains obey, with the words they are explained in.</summary>
internal static class NumericRules
{
    /// <summary>
    /// The largest number of values that a range may hold: cutting the unit interval into more cells than this would leave some of them
    /// between two neighbouring doubles, so that they could neither be drawn nor encoded.
    /// </summary>
    public const long MaxCells = 1L << 50;

    /// <summary>The largest integer on a log scale: beyond it the cell of an integer is too narrow for the doubles that encode it.</summary>
    public const long MaxLogInteger = 1_000_000_000_000;

    /// <summary>Stepped ranges are computed in decimal arithmetic, whose range and resolution these bounds respect.</summary>
    private const double LargestSteppedBound = 1e12, SmallestStep = 1e-9;

    public static IEnumerable<Problem> FiniteAndOrdered(double lower, double upper)
    {
        if (!double.IsFinite(lower))
            yield return new Problem("lower", "The lower bound must be a finite number.");
        if (!double.IsFinite(upper))
            yield return new Problem("upper", "The upper bound must be a finite number.");
        if (double.IsFinite(lower) && double.IsFinite(upper) && lower >= upper)
        {
            yield return new Problem("upper", lower == upper
                ? $"Both bounds are {Show(lower)}: raise the upper one, or use a constant."
                : $"The bounds are reversed: the upper bound {Show(upper)} must be above the lower bound {Show(lower)}.");
        }
    }

    public static IEnumerable<Problem> AboveZero(double lower)
    {
        if (lower <= 0)
            yield return new Problem("lower", $"Lower bound {Show(lower)} is not allowed on a log scale: use a value above 0.");
    }

    /// <summary>Bounds so close together that their logarithms are the same would leave nothing to divide by.</summary>
    public static IEnumerable<Problem> NotTooNarrow(double lower, double upper, double logWidth)
    {
        if (upper > lower && logWidth == 0)
            yield return new Problem("upper", "The bounds are too close together for a log scale: move them apart, or use a constant.");
    }

    public static IEnumerable<Problem> Integers(long lower, long upperExclusive)
    {
        if (!IsInteger(lower))
            yield return new Problem("lower", $"The lower bound must lie between ±{Show(ParameterValue.MaxInteger)}.");
        if (!IsInteger(upperExclusive))
            yield return new Problem("upper", $"The upper bound must lie between ±{Show(ParameterValue.MaxInteger)}.");
        if (lower >= upperExclusive)
        {
            yield return new Problem("upper", lower == upperExclusive
                ? $"No integer can be drawn: the upper bound {Show(upperExclusive)} is not included, so it must be above {Show(lower)}."
                : $"The bounds are reversed: the upper bound {Show(upperExclusive)} must be above the lower bound {Show(lower)}.");
        }
    }

    public static IEnumerable<Problem> Step(double lower, double upper, double step)
    {
        if (!double.IsFinite(step) || step <= 0)
        {
            yield return new Problem("step", "The step must be a number above 0.");
            yield break;
        }

        var largest = Math.Max(Math.Abs(lower), Math.Abs(upper));
        if (!double.IsFinite(largest))
            yield break;
        // at most MaxCells steps in the range, and neighbouring values several doubles apart
        var smallestStep = Math.Max(SmallestStep, 2 * largest / MaxCells);
        if (largest > LargestSteppedBound)
            yield return new Problem("upper", $"With a step, the bounds must lie between ±{Show(LargestSteppedBound)}.");
        else if (step < smallestStep)
            yield return new Problem("step", $"The step must be at least {Show(smallestStep)}.");
        else if (upper > lower && (step > 2 * largest || Exact(step) > Exact(upper) - Exact(lower)))
            yield return new Problem("step", $"The step {Show(step)} is larger than the range: only the lower bound could be drawn.");
    }

    /// <summary>Whether a number can be an integer value; <see cref="Math.Abs(long)"/> would fail at the smallest of all.</summary>
    public static bool IsInteger(long number) => number is >= -ParameterValue.MaxInteger and <= ParameterValue.MaxInteger;

    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number as a person writes it: the cast to decimal would round to 15 digits.</summary>
    public static decimal Exact(double number) => decimal.Parse(Show(number), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The nearest double: the cast from decimal may miss it by one.</summary>
    public static double Nearest(decimal number) =>
        double.Parse(number.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>log(a / b) of positive numbers, whose quotient need not be finite.</summary>
    public static double LogRatio(double a, double b)
    {
        var quotient = a / b;
        return double.IsFinite(quotient) ? Math.Log(quotient) : Math.Log(a) - Math.Log(b);
    }

    /// <summary>A position clamped to the unit interval.</summary>
    /// <exception cref="ArgumentException">It is not a number, so a searcher has miscalculated.</exception>
    public static double Unit(double position) =>
        double.IsNaN(position) ? throw new ArgumentException("The position is not a number.", nameof(position)) : Math.Clamp(position, 0, 1);

    /// <summary>The index of the cell that a position falls into when the unit interval is cut into equal cells.</summary>
    public static long Cell(double position, long cells) =>
        Math.Clamp((long)Math.Floor(Unit(position) * cells), 0, cells - 1);

    /// <summary>The centre of a cell.</summary>
    public static double Centre(long cell, long cells) => (cell + 0.5) / cells;
}
