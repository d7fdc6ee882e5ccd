using System.Globalization;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>The rules that bounds of numeric domains obey, with the words they are explained in.</summary>
internal static class NumericRules
{
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

    public static IEnumerable<Problem> Integers(long lower, long upperExclusive)
    {
        if (Math.Abs((double)lower) > ParameterValue.MaxInteger)
            yield return new Problem("lower", $"The lower bound must lie between ±{Show(ParameterValue.MaxInteger)}.");
        if (Math.Abs((double)upperExclusive) > ParameterValue.MaxInteger)
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
            yield return new Problem("step", "The step must be a number above 0.");
        else if (step < SmallestStep)
            yield return new Problem("step", $"The step must be at least {Show(SmallestStep)}.");
        else if (upper > lower && step > upper - lower)
            yield return new Problem("step", $"The step {Show(step)} is larger than the range: only the lower bound could be drawn.");
        else if (Math.Max(Math.Abs(lower), Math.Abs(upper)) > LargestSteppedBound)
            yield return new Problem("upper", $"With a step, the bounds must lie between ±{Show(LargestSteppedBound)}.");
    }

    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The index of the cell that a position falls into when the unit interval is cut into equal cells.</summary>
    public static long Cell(double position, long cells) =>
        Math.Clamp((long)Math.Floor(position * cells), 0, cells - 1);

    /// <summary>The centre of a cell.</summary>
    public static double Centre(long cell, long cells) => (cell + 0.5) / cells;
}
