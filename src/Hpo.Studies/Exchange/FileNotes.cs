using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hpo.Engine.Validation;
using Hpo.Studies.Organising;

namespace Hpo.Studies.Exchange;

/// <summary>What people say about a study and its trials, in the first line of its file.</summary>
internal static class FileNotes
{
    /// <summary>Reads what there is, by the rules for what people type.</summary>
    /// <exception cref="InvalidInputException">It breaks a rule.</exception>
    /// <exception cref="JsonException">It is something else.</exception>
    public static (StudyMetadata Metadata, ImmutableSortedDictionary<int, string> TrialNotes) Read(JsonElement header)
    {
        var notes = header.TryGetProperty("notes", out var text) ? NoteRules.Clean(Text(text)) : "";
        ImmutableArray<string> tags = header.TryGetProperty("tags", out var list) ? [.. list.EnumerateArray().Select(Text)] : [];
        var trialNotes = header.TryGetProperty("trialNotes", out var map)
            ? map.EnumerateObject().ToImmutableSortedDictionary(note => int.Parse(note.Name, NumberStyles.None, CultureInfo.InvariantCulture), note => NoteRules.Clean(Text(note.Value)))
            : ImmutableSortedDictionary<int, string>.Empty;
        Require("notes", NoteRules.Refuse(notes, NoteRules.MaxStudyLength));
        Require("tags", TagRules.RefuseAll(tags));
        Require("trialNotes", trialNotes.Count > NoteRules.MaxTrialNotes ? $"At most {NoteRules.MaxTrialNotes} trials of a study have a note." : null);
        Require("trialNotes", trialNotes.Values.Select(note => NoteRules.Refuse(note, NoteRules.MaxTrialLength)).FirstOrDefault(problem => problem is not null));
        return (new StudyMetadata(notes, [.. tags.Select(TagRules.Normalise)]), trialNotes.RemoveRange(trialNotes.Where(note => note.Value.Length == 0).Select(note => note.Key)));
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new JsonException("A note is a text.");

    private static void Require(string path, string? problem)
    {
        if (problem is not null)
            throw new InvalidInputException([new Problem(path, problem)]);
    }
}
