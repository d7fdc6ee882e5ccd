using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>
/// Numbers and values as a person types them. The methods that read return what is wrong with the text, in words; null when it could be read.
/// </summary>
public static partial class ValueText
{
    /// <summary>How much of a wrong text a message repeats.</summary>
    private const int Quoted = 24;

    public static string? ReadReal(string text, out double number)
    {
        if (!TryNumber(text, out number))
            return NotANumber(text);
        return double.IsFinite(number) ? null : $"{Quote(text)} is too large.";
    }

    public static string? ReadInteger(string text, out long number)
    {
        number = 0;
        // by way of a real number: "1e3" and "256.0" are whole numbers too, and up to MaxInteger a real number is exact
        if (!TryNumber(text, out var real))
            return NotAWholeNumber(text);
        if (!(Math.Abs(real) <= ParameterValue.MaxInteger))
            return $"{Quote(text)} is too large: at most {ParameterValue.MaxInteger} is allowed.";
        if (!double.IsInteger(real))
            return $"{Quote(text)} is not a whole number.";
        number = (long)real;
        return null;
    }

    /// <summary>One value: a number, true, false, or a text, in quotes when it would read as something else.</summary>
    public static string? ReadValue(string text, out ParameterValue value)
    {
        var (problem, values) = ReadTokens(text, splits: false);
        value = values.Count > 0 ? values[0] : default;
        return problem;
    }

    /// <summary>Values between commas.</summary>
    public static string? ReadValues(string text, out IReadOnlyList<ParameterValue> values)
    {
        (var problem, values) = ReadTokens(text, splits: true);
        return problem;
    }

    public static string Write(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0
            ? text
            : $"{text[..exponent]}e{int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}";
    }

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value such that reading it gives it back, in kind.</summary>
    public static string Write(ParameterValue value) => value.Kind switch
    {
        ParameterKind.Text => WriteText(value.AsText()),
        ParameterKind.Real => Write(value.AsReal()) is var text && text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0",
        _ => value.ToString(),
    };

    public static string Write(IEnumerable<ParameterValue> values) => string.Join(", ", values.Select(Write));

    /// <summary>The text in quotation marks, shortened to what fits into a message.</summary>
    public static string Quote(string text)
    {
        text = text.Trim();
        return text.Length <= Quoted ? $"\"{text}\"" : $"\"{text[..Quoted]}…\"";
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(
            text.Replace('\u2212', '-'), // the minus sign of typeset text
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out number)
        // the words NaN and Infinity, and their signs, are not numbers here
        && (double.IsFinite(number) || text.AsSpan().ContainsAnyInRange('0', '9'));

    private static string NotANumber(string text)
    {
        var withPoint = text.Trim().Replace(',', '.');
        return text.Count(letter => letter == ',') == 1 && TryNumber(withPoint, out _)
            ? $"{Quote(text)} is not a number: write a point instead of the comma."
            : $"{Quote(text)} is not a number.";
    }

    // no point helps here: "2.5" is as wrong as "2,5", and "1.000" is not the thousand that was meant
    private static string NotAWholeNumber(string text) => Thousands().IsMatch(text.Trim())
        ? $"{Quote(text)} is not a whole number: write {text.Trim().Replace(",", "", StringComparison.Ordinal)}."
        : $"{Quote(text)} is not a whole number.";

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(,[0-9]{3})+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    private static string WriteText(string text) =>
        text.Length == 0 || text != text.Trim() || text.AsSpan().ContainsAny(',', '"') || ReadBare(text).Kind != ParameterKind.Text
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    private static ParameterValue ReadBare(string token)
    {
        if (token is "true" or "false")
            return token == "true";
        if (!TryNumber(token, out var number) || !double.IsFinite(number))
            return token;
        var isWhole = !token.AsSpan().ContainsAny(".eE") && Math.Abs(number) <= ParameterValue.MaxInteger;
        return isWhole ? ParameterValue.FromInteger((long)number) : ParameterValue.FromReal(number);
    }

    private static (string? Problem, IReadOnlyList<ParameterValue> Values) ReadTokens(string text, bool splits)
    {
        var values = new List<ParameterValue>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]) || (splits && text[i] == ','))
            {
                i++;
            }
            else if (text[i] == '"')
            {
                if (ReadQuoted(text, ref i) is not { } quoted)
                    return ("A quotation mark is not closed.", values);
                values.Add(quoted);
                while (i < text.Length && char.IsWhiteSpace(text[i]))
                    i++;
                if (i < text.Length && !(splits && text[i] == ','))
                    return ($"After a text in quotes, {Quote(text[i..])} is not expected{(splits ? ": put a comma between values" : "")}.", values);
            }
            else
            {
                var end = splits ? text.IndexOf(',', i) : -1;
                if (end < 0)
                    end = text.Length;
                values.Add(ReadBare(text[i..end].Trim()));
                i = end;
            }
        }

        return (null, values);
    }

    /// <summary>The text between two quotation marks, where a doubled one stands for itself; null when there is no second one.</summary>
    private static string? ReadQuoted(string text, ref int i)
    {
        var start = i + 1;
        for (i = start; i < text.Length; i++)
        {
            if (text[i] != '"')
                continue;
            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }

            var inside = text[start..i].Replace("\"\"", "\"", StringComparison.Ordinal);
            i++;
            return inside;
        }

        return null;
    }
}
