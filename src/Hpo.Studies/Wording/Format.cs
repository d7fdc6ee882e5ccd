using System.Globalization;
using Hpo.Engine.Space;

namespace Hpo.Studies.Wording;

/// <summary>
/// Numbers as a person reads them, on every page, on the command line and, in the same words, in the browser's scripts (<c>format.js</c>, which a test holds
/// against this). Missing is a dash, never 0.
/// </summary>
public static class Format
{
    /// <summary>What stands where there is no value.</summary>
    public const string Missing = "–";

    /// <summary>A measured time: 3.2 ms, 0.42 s, 12.3 s, 3 min 05 s, 1 h 02 min, 2 d 03 h.</summary>
    public static string Duration(TimeSpan? duration)
    {
        if (duration is not { } time)
            return Missing;
        // in whole microseconds and milliseconds, which have no other rounding than up at the half: 59.96 s is a minute, not 60.0 s
        var micros = (long)Math.Round(Math.Max(0, Seconds(time)) * 1e6);
        var millis = (long)Math.Round(micros / 1000.0, MidpointRounding.AwayFromZero);
        return micros switch
        {
            0 => "0 s",
            < 9950 => ShortMillis(micros) + " ms",
            _ when millis < 9995 => Decimals((millis + 5) / 10, 2) + " s",
            _ when millis < 59950 => Decimals((millis + 50) / 100, 1) + " s",
            _ => Long((millis + 500) / 1000),
        };
    }

    /// <summary>
    /// A time in seconds, to the millisecond, a short one to the microsecond: so exactly are times sent to browsers, and what is rounded once more there and here
    /// reads the same.
    /// </summary>
    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, Math.Abs(time.TotalSeconds) < 0.1 ? 6 : 3);

    /// <summary>A running clock: whole seconds, so that it does not flicker.</summary>
    public static string Clock(TimeSpan elapsed)
    {
        var seconds = (long)Math.Max(0, elapsed.TotalSeconds);
        return seconds < 60 ? $"{seconds} s" : Long(seconds);
    }

    /// <summary>How long something has run: a clock while it runs, measured once it is over.</summary>
    public static string Elapsed(TimeSpan elapsed, bool isOver) => isOver ? Duration(elapsed) : Clock(elapsed);

    /// <summary>An error with four significant digits: 0.1235, 12.34, 1.235e-7.</summary>
    public static string Error(double? error)
    {
        if (error is not { } number || !double.IsFinite(number))
            return Missing;
        if (number == 0)
            return "0";
        // rounded first: 0.99996 has as many decimals as 1.000
        var rounded = double.Parse(Untied(number).ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(rounded)) + 1e-12);
        return magnitude is < -4 or > 6
            ? Exponent(rounded.ToString("E3", CultureInfo.InvariantCulture).Replace('E', 'e'))
            : rounded.ToString("F" + Math.Max(0, 3 - magnitude), CultureInfo.InvariantCulture);
    }

    /// <summary>A hyperparameter's value in a table: a real number with up to five significant digits.</summary>
    public static string Value(ParameterValue value) =>
        value.Kind == ParameterKind.Real ? Real(value.AsReal()) : DirectionMarks.Without(value.ToString());

    /// <summary>A real number with up to five significant digits; a whole one with all of them.</summary>
    public static string Real(double number) => Math.Abs(number) < 1e15 && number == Math.Truncate(number)
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : Exponent(Untied(number).ToString("G5", CultureInfo.InvariantCulture).Replace('E', 'e'));

    /// <summary>A count with its noun: 1 trial, 2 trials, 10,000 trials.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A count with a noun whose plural has no s: 1 study, 2 studies.</summary>
    public static string Count(long count, string noun, string plural) => $"{Count(count)} {(count == 1 ? noun : plural)}";

    /// <summary>A count: 10,000.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Words that began a line, within a sentence: timed out, diverged (NaN).</summary>
    public static string Within(string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>A number that is a name rather than a count, such as a seed: digits only.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date and time near enough to be told apart: "today, 14:03", "yesterday, 09:12", "12 Nov 2026, 14:03".</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var days = (TimeZoneInfo.ConvertTime(now, zone).Date - local.Date).Days;
        var day = days switch
        {
            0 => "today",
            1 => "yesterday",
            _ => local.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
        return $"{day}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private static string Long(long seconds) => seconds switch
    {
        < 3600 => $"{seconds / 60} min {seconds % 60:00} s",
        < 86400 => $"{seconds / 3600} h {seconds / 60 % 60:00} min",
        _ => $"{seconds / 86400} d {seconds / 3600 % 24:00} h",
    };

    /// <summary>Microseconds as milliseconds with two significant digits: 0.032, 3.2, 9.0.</summary>
    private static string ShortMillis(long micros)
    {
        var (step, decimals) = micros switch { < 100 => (1, 3), < 1000 => (10, 2), _ => (100, 1) };
        return Decimals((micros + (step / 2)) / step, decimals);
    }

    /// <summary>A whole number of hundredths, say, as a decimal number.</summary>
    private static string Decimals(long units, int decimals) => ((decimal)units / (decimal)Math.Pow(10, decimals)).ToString("F" + decimals, CultureInfo.InvariantCulture);

    /// <summary>A number that lies between two roundings, nudged up: so that it is rounded like a person would, and in browsers as here.</summary>
    private static double Untied(double number) => double.IsFinite(number * (1 + 1e-12)) ? number * (1 + 1e-12) : number;

    /// <summary>1e-05 as 1e-5 and 1e+06 as 1e6.</summary>
    private static string Exponent(string number)
    {
        var at = number.IndexOf('e', StringComparison.Ordinal);
        return at < 0 ? number : $"{number[..at]}e{int.Parse(number[(at + 1)..], CultureInfo.InvariantCulture)}";
    }
}
