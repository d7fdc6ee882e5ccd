namespace Hpo.Dashboard.Models.Space;

/// <summary>
/// One moment of editing: the rows, and the JSON text when that is where the last change was made. Both views show the same space, except
/// while the JSON text cannot be understood: then the rows show the last one that could.
/// </summary>
public sealed class SpaceDocument
{
    private readonly Lazy<string> _json;
    private readonly Lazy<SpaceReading> _reading;
    private readonly Lazy<IReadOnlyList<JsonProblem>> _jsonProblems;

    public SpaceDocument(SpaceDraft draft)
        : this(draft, null, null)
    {
    }

    private SpaceDocument(SpaceDraft draft, string? typed, IReadOnlyList<JsonProblem>? unreadable)
    {
        Draft = draft;
        HasUnreadableJson = unreadable is { Count: > 0 };
        _json = new(() => typed ?? SpaceDraftJson.Write(draft));
        _reading = new(() => SpaceReading.Of(draft));
        _jsonProblems = new(() => HasUnreadableJson ? unreadable! : SpaceDraftJson.Problems(Json));
    }

    public SpaceDraft Draft { get; }

    public SpaceReading Reading => _reading.Value;

    /// <summary>The JSON: as it was typed, or else written from the rows.</summary>
    public string Json => _json.Value;

    /// <summary>Whether the JSON was typed and cannot be understood, so that the rows are older than it.</summary>
    public bool HasUnreadableJson { get; }

    /// <summary>What is wrong with the JSON, or with the space it describes.</summary>
    public IReadOnlyList<JsonProblem> JsonProblems => _jsonProblems.Value;

    public SpaceDocument With(SpaceDraft draft) => ReferenceEquals(draft, Draft) ? this : new(draft);

    public SpaceDocument WithJson(string text)
    {
        if (text == Json)
            return this;
        var (draft, problems) = SpaceDraftJson.Read(text, Draft);
        return new(draft ?? Draft, text, problems);
    }

    /// <summary>With the JSON as the rows have it: neatly laid out, or back from a text that could not be understood.</summary>
    public SpaceDocument WithTidyJson() => new(Draft);
}
