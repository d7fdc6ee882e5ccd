using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.Dashboard.Models.Space;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Spans of time as a person types them: <c>90</c>, <c>90 s</c>, <c>1.5 min</c>, <c>1 h 30 min</c>.</summary>
public static partial class DurationText
{
    private static readonly (string Unit, double Seconds)[] Units =
        [("d", 86400), ("days", 86400), ("day", 86400), ("h", 3600), ("hours", 3600), ("hour", 3600), ("min", 60), ("m", 60), ("minutes", 60), ("minute", 60), ("s", 1), ("sec", 1), ("seconds", 1), ("second", 1)];

    /// <summary>Reads a time; returns what is wrong with it, null when nothing is. An empty text is no time at all.</summary>
    public static string? Read(string text, out double? seconds)
    {
        seconds = null;
        text = text.Trim();
        if (text.Length == 0)
            return null;
        if (ValueText.ReadReal(text, out var plain) is null)
        {
            seconds = plain;
            return null;
        }

        var total = 0.0;
        foreach (Match part in Part().Matches(text))
        {
            var unit = Array.Find(Units, unit => unit.Unit.Equals(part.Groups["unit"].Value, StringComparison.OrdinalIgnoreCase));
            if (unit.Unit is null || ValueText.ReadReal(part.Groups["number"].Value, out var number) is not null)
                return NotA(text);
            total += number * unit.Seconds;
        }

        if (!Whole().IsMatch(text))
            return NotA(text);
        seconds = total;
        return null;
    }

    /// <summary>What to know about a time as it was typed: in which unit a bare number is taken; null when there is nothing.</summary>
    public static string? Caution(string text) => ValueText.ReadReal(text, out var seconds) is null && seconds > 0
        ? $"Taken as {Words(seconds)}. Write {text.Trim()} min for minutes."
        : null;

    /// <summary>A time in other words than it was typed in; null when there are none, or it cannot be read.</summary>
    public static string? OtherWords(string text) =>
        Read(text, out var seconds) is null && seconds is { } time && Words(time) is var words && words != text.Trim() ? $"{words}." : null;

    /// <summary>A time such that reading it gives it back; empty for none.</summary>
    public static string Write(double? seconds) => seconds is not { } time ? ""
        : Words(time) is var words && Read(words, out var read) is null && read == time ? words
        : ValueText.Write(time);

    /// <summary>A time in words: <c>1 hour 30 minutes</c>.</summary>
    public static string Words(double seconds)
    {
        var parts = new List<string>();
        foreach (var (unit, size) in new[] { ("day", 86400), ("hour", 3600), ("minute", 60) })
        {
            var count = Math.Floor(seconds / size);
            if (count >= 1)
                parts.Add(Count(count, unit));
            seconds -= count * size;
        }

        seconds = Math.Round(seconds, 3);
        if (seconds > 0 || parts.Count == 0)
            parts.Add(Count(seconds, "second"));
        return string.Join(' ', parts);
    }

    private static string Count(double count, string unit) =>
        $"{count.ToString("0.###", CultureInfo.InvariantCulture)} {unit}{(count == 1 ? "" : "s")}";

    private static string NotA(string text) => $"{ValueText.Quote(text)} is not a time: write seconds, or something like 90 s, 10 min or 1 h 30 min.";

    [GeneratedRegex(@"(?<number>[0-9.]+)\s*(?<unit>[a-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(\s*[0-9.]+\s*[a-z]+)+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
