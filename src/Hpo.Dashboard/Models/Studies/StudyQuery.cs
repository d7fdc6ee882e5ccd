using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hpo.Studies.Organising;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>
/// Which studies a person looks for: words that all must occur in the name, the objective, the searcher, the scheduler, a tag or the notes, whatever the case of
/// their letters; <c>tag:lecture</c> for a tag, <c>status:running</c> for a status, quotation marks around what belongs together.
/// </summary>
public sealed partial class StudyQuery
{
    /// <summary>The longest text that is looked at.</summary>
    public const int MaxLength = 200;

    private const string TagPrefix = "tag:", StatusPrefix = "status:";

    private readonly ImmutableArray<string> _terms;

    private StudyQuery(ImmutableArray<string> terms) => _terms = terms;

    /// <summary>Whether every study passes.</summary>
    public bool IsEmpty => _terms.IsEmpty;

    /// <summary>The tags that are asked for.</summary>
    public IEnumerable<string> Tags => _terms.Where(IsTag).Select(term => term[TagPrefix.Length..]);

    /// <summary>Reads what a person typed.</summary>
    public static StudyQuery Parse(string? text)
    {
        text ??= "";
        var terms = Term().Matches(text.Length > MaxLength ? text[..MaxLength] : text).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal).Trim());
        return new([.. terms.Where(term => term.Length > 0 && term is not (TagPrefix or StatusPrefix))]);
    }

    /// <summary>Whether a study is looked for.</summary>
    public bool Matches(StudyEntry study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return _terms.All(term => Matches(study, term));
    }

    /// <summary>The text with a tag asked for, or no more if it was.</summary>
    public string Toggled(string tag)
    {
        var isOn = Tags.Contains(tag, TagRules.Comparer);
        var others = _terms.Where(term => !(IsTag(term) && TagRules.Comparer.Equals(term[TagPrefix.Length..], tag)));
        return string.Join(' ', (isOn ? others : others.Append(TagPrefix + tag)).Select(Write));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _terms.Select(Write));

    private static bool Matches(StudyEntry study, string term)
    {
        if (IsTag(term))
            return study.Metadata.Tags.Contains(term[TagPrefix.Length..], TagRules.Comparer);
        if (term.StartsWith(StatusPrefix, StringComparison.OrdinalIgnoreCase))
            return StatusWords.Of(study.Summary).StartsWith(term[StatusPrefix.Length..], StringComparison.OrdinalIgnoreCase);
        return study.Words.Contains(term, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTag(string term) => term.StartsWith(TagPrefix, StringComparison.OrdinalIgnoreCase);

    private static string Write(string term) => !term.Contains(' ', StringComparison.Ordinal) ? term
        : IsTag(term) ? $"{TagPrefix}\"{term[TagPrefix.Length..]}\""
        : $"\"{term}\"";

    [GeneratedRegex("""[^\s"]*"[^"]*"?|[^\s"]+""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Term();
}
