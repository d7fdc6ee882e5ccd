using Hpo.Studies.Wording;

namespace Hpo.Studies.Organising;

/// <summary>What a note may be: plain text of several lines.</summary>
public static class NoteRules
{
    /// <summary>The largest number of characters of a study's notes.</summary>
    public const int MaxStudyLength = 4000;

    /// <summary>The largest number of characters of a trial's note.</summary>
    public const int MaxTrialLength = 1000;

    /// <summary>The largest number of trials of a study that have a note.</summary>
    public const int MaxTrialNotes = 1000;

    /// <summary>A note as it is kept: lines end with a line feed, nothing stands behind the last one, and there are no control characters but tabs.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = DirectionMarks.Without(text).ReplaceLineEndings("\n");
        return string.Concat(lines.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).TrimEnd();
    }

    /// <summary>Why a cleaned text cannot be a note; null when it can.</summary>
    public static string? Refuse(string text, int most) =>
        text.Length > most ? $"The note has {text.Length:N0} characters: at most {most:N0} are allowed." : null;
}
