using System.Globalization;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Numbers as a person reads them. Missing is a dash, never 0.</summary>
public static class Format
{
    /// <summary>What stands where there is no value.</summary>
    public const string Missing = "–";

    /// <summary>A measured time: 3.2 ms, 0.42 s, 12.3 s, 3 min 05 s, 1 h 02 min, 2 d 03 h.</summary>
    public static string Duration(TimeSpan? duration)
    {
        if (duration is not { } time)
            return Missing;
        // compared as they will be rounded: 59.96 s is a minute, not 60.0 s
        var seconds = Math.Max(0, time.TotalSeconds);
        return seconds switch
        {
            0 => "0 s",
            < 0.00995 => Show(seconds * 1000, "0.0##", significant: 2) + " ms",
            < 9.995 => seconds.ToString("0.00", CultureInfo.InvariantCulture) + " s",
            < 59.95 => seconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
            _ => Long((long)Math.Round(seconds)),
        };
    }

    /// <summary>A running clock: whole seconds, so that it does not flicker.</summary>
    public static string Clock(TimeSpan elapsed)
    {
        var seconds = (long)Math.Max(0, elapsed.TotalSeconds);
        return seconds < 60 ? $"{seconds} s" : Long(seconds);
    }

    /// <summary>An error with four significant digits: 0.1235, 12.34, 1.235e-7.</summary>
    public static string Error(double? error)
    {
        if (error is not { } number || !double.IsFinite(number))
            return Missing;
        if (number == 0)
            return "0";
        // rounded first: 0.99996 has as many decimals as 1.000
        var rounded = double.Parse(number.ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(rounded)) + 1e-12);
        return magnitude is < -4 or > 6
            ? Exponent(number.ToString("0.000e0", CultureInfo.InvariantCulture))
            : rounded.ToString("F" + Math.Max(0, 3 - magnitude), CultureInfo.InvariantCulture);
    }

    /// <summary>A hyperparameter's value in a table: a real number with up to five significant digits.</summary>
    public static string Value(ParameterValue value) =>
        value.Kind == ParameterKind.Real ? Real(value.AsReal()) : value.ToString();

    /// <summary>A real number with up to five significant digits.</summary>
    public static string Real(double number) => Exponent(number.ToString("G5", CultureInfo.InvariantCulture).Replace('E', 'e'));

    /// <summary>A count with its noun: 1 trial, 2 trials, 10,000 trials.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A count with a noun whose plural has no s: 1 study, 2 studies.</summary>
    public static string Count(long count, string noun, string plural) => $"{Count(count)} {(count == 1 ? noun : plural)}";

    /// <summary>A count: 10,000.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

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

    private static string Show(double number, string format, int significant) =>
        double.Parse(number.ToString("G" + significant, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString(format, CultureInfo.InvariantCulture);

    /// <summary>1e-05 as 1e-5 and 1e+06 as 1e6.</summary>
    private static string Exponent(string number)
    {
        var at = number.IndexOf('e', StringComparison.Ordinal);
        return at < 0 ? number : $"{number[..at]}e{int.Parse(number[(at + 1)..], CultureInfo.InvariantCulture)}";
    }
}
