using System.Collections.Immutable;
using Hpo.Studies.Wording;

namespace Hpo.Studies.Organising;

/// <summary>What a tag may be. Tags are the same when they differ in the case of their letters only; the first spelling of a study's tag stays.</summary>
public static class TagRules
{
    /// <summary>The largest number of characters of a tag.</summary>
    public const int MaxLength = 30;

    /// <summary>The largest number of tags of a study.</summary>
    public const int MaxTags = 10;

    /// <summary>Tells tags apart.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>A tag as it is kept: with single spaces.</summary>
    public static string Normalise(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return string.Join(' ', DirectionMarks.Without(tag).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Why a study with some tags cannot have another one; null when it can.</summary>
    public static string? Refuse(ImmutableArray<string> tags, string tag)
    {
        if (Refuse(tag) is { } problem)
            return problem;
        return tags.Length >= MaxTags && !tags.Contains(Normalise(tag), Comparer) ? $"A study has at most {MaxTags} tags." : null;
    }

    /// <summary>With another tag; the same when it is there already.</summary>
    public static ImmutableArray<string> Add(ImmutableArray<string> tags, string tag) =>
        Normalise(tag) is var added && tags.Contains(added, Comparer) ? tags : tags.Add(added);

    /// <summary>Without a tag.</summary>
    public static ImmutableArray<string> Remove(ImmutableArray<string> tags, string tag) => tags.RemoveAll(other => Comparer.Equals(other, tag));

    /// <summary>Why a study cannot have these tags; null when it can.</summary>
    public static string? RefuseAll(ImmutableArray<string> tags)
    {
        if (tags.Length > MaxTags)
            return $"A study has at most {MaxTags} tags.";
        if (tags.Distinct(Comparer).Count() < tags.Length)
            return "A tag is there twice.";
        return tags.Select(Refuse).FirstOrDefault(problem => problem is not null);
    }

    private static string? Refuse(string tag) => Normalise(tag) switch
    {
        _ when tag.Any(char.IsControl) => "The tag contains a character that cannot be shown.",
        "" => "Give the tag a name.",
        { Length: > MaxLength } words => $"The tag has {words.Length} characters: at most {MaxLength} are allowed.",
        var words when words.AsSpan().ContainsAny(',', '"') => "A tag contains no comma and no quotation mark.",
        _ => null,
    };
}
