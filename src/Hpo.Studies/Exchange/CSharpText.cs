using System.Globalization;
using System.Text;
using Hpo.Engine.Space;

namespace Hpo.Studies.Exchange;

/// <summary>Values and domains as C# expressions.</summary>
internal static class CSharpText
{
    /// <summary>A text in quotation marks. Whatever could end a line, or turn the direction of reading, is escaped: the text stays where it is put.</summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            var isPlain = letter is not ('"' or '\\') && CharUnicodeInfo.GetUnicodeCategory(letter)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            literal.Append(isPlain ? letter.ToString() : letter is '"' or '\\' ? $"\\{letter}" : $"\\u{(int)letter:x4}");
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A real number, exactly, and never in the form of a whole one.</summary>
    public static string Of(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(ParameterValue value) => value.Kind switch
    {
        ParameterKind.Text => Of(value.AsText()),
        ParameterKind.Real => Of(value.AsReal()),
        _ => value.ToString(),
    };

    public static string Of(Configuration configuration) =>
        $"new({string.Join(", ", configuration.Select(entry => $"({Of(entry.Key)}, {Of(entry.Value)})"))})";

    public static string Of(Domain domain)
    {
        string[] arguments = domain switch
        {
            Uniform { Step: { } step } uniform => [Of(uniform.Lower), Of(uniform.Upper), Of(step)],
            RealDomain real => [Of(real.Lower), Of(real.Upper)],
            RandInt { Step: not 1 } stepped => [Of(stepped.Lower), Of(stepped.UpperExclusive), Of(stepped.Step)],
            IntegerDomain integer => [Of(integer.Lower), Of(integer.UpperExclusive)],
            FiniteDomain finite => [.. finite.Values.Select(Of)],
            _ => throw new NotSupportedException($"There is no code for a {domain.GetType().Name}."),
        };
        return $"new {domain.GetType().Name}({string.Join(", ", arguments)})";
    }
}
