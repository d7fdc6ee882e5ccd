using System.Buffers;

namespace Hpo.Studies.Wording;

/// <summary>
/// Marks that turn the direction of a text (Unicode's bidirectional controls): in a name they would turn what follows it on the page. Names are shown and kept without them;
/// values, which must stay what they are, are shown without them.
/// </summary>
public static class DirectionMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A text without them; the same object when there are none.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AreIn(text) ? string.Concat(text.Where(letter => !Marks.Contains(letter))) : text;
    }

    /// <summary>Whether a character is one.</summary>
    public static bool IsOne(char letter) => Marks.Contains(letter);

    /// <summary>Whether a text has any.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny(Marks);
}
