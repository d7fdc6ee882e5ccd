using System.Globalization;

namespace Hpo.Studies.Exchange;

/// <summary>Comma-separated text (RFC 4180).</summary>
public static class CsvText
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

    /// <summary>Writes a row of fields, which are CSV already.</summary>
    public static void WriteRow(TextWriter writer, IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', fields));
        writer.Write("\r\n");
    }
}
