using System.Globalization;

namespace Hpo.Comparisons.Exports;

/// <summary>Fields of comma-separated text (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>A number, exactly.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A text. One that a spreadsheet would take for a formula gets an apostrophe in front: in the spreadsheet it is then the text it is.
    /// </summary>
    public static string Of(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = $"'{text}";
        return text.AsSpan().ContainsAny(",\"\r\n'") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
