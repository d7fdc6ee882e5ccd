using System.Collections.Concurrent;
using System.Text.Json;
using Hpo.Engine.Space;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Log;

/// <summary>The definitions in the database, each read once as long as its text stays the same: a list of studies is read again and again.</summary>
internal sealed class DefinitionCache
{
    /// <summary>A longer name is no name.</summary>
    private const int MaxName = 200;

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <summary>The definition in a text; one to stand in for it, and the problem, when it cannot be read.</summary>
    public (StudyDefinition Definition, string? Problem) Read(string studyId, string text)
    {
        if (!_entries.TryGetValue(studyId, out var entry) || entry.Text != text)
            _entries[studyId] = entry = Parse(studyId, text);
        return (entry.Definition, entry.Problem);
    }

    private static Entry Parse(string studyId, string text)
    {
        try
        {
            return new(text, StudyDefinitionJson.Read(text), null);
        }
        catch (JsonException exception)
        {
            return new(text, StandIn(studyId, text), $"The definition of this study cannot be read: {exception.Message}");
        }
    }

    private static StudyDefinition StandIn(string studyId, string text) => new()
    {
        Name = NameIn(text) ?? $"Study {studyId}",
        Objective = new(""),
        Space = new(("unreadable", new Uniform(0, 1))),
        Searcher = new(""),
        Scheduler = new(""),
        Stop = new(Trials: 0),
    };

    private static string? NameIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 and <= MaxName } known ? known : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Entry(string Text, StudyDefinition Definition, string? Problem);
}
