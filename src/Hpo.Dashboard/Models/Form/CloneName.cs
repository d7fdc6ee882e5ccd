using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Names of clones: "LeNet" is followed by "LeNet (2)", that by "LeNet (3)".</summary>
public static partial class CloneName
{
    /// <summary>The first such name that is not taken.</summary>
    public static string Next(string name, IEnumerable<string> taken)
    {
        var (stem, number) = Numbered().Match(name) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? (match.Groups["stem"].Value, known)
            : (name, 1);
        var others = taken.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({++number})");
            var next = Cut(stem, StudyDefinitionRules.MaxNameLength - suffix.Length) + suffix;
            if (!others.Contains(next))
                return next;
        }
    }

    /// <summary>No character is cut in two.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    [GeneratedRegex(@"^(?<stem>.+) \((?<number>[0-9]{1,6})\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
