using System.Collections.Immutable;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Organising;

namespace Hpo.Studies.Exchange;

/// <summary>
/// A study as one file that opens in another installation: lines of JSON that a person can read. The first says what it is and carries the definition and the notes, then comes a
/// line an event, and the last counts the events and carries the SHA-256 of all lines before it, so that a file that was cut off or changed is noticed.
/// </summary>
/// <param name="CreatedAt">When the study was created.</param>
/// <param name="Definition">What it runs.</param>
/// <param name="Events">Its whole log.</param>
public sealed record StudyFile(DateTimeOffset CreatedAt, StudyDefinition Definition, IReadOnlyList<LoggedEvent<StudyEvent>> Events)
{
    /// <summary>What people say about it.</summary>
    public StudyMetadata Metadata { get; init; } = StudyMetadata.None;

    /// <summary>What people say about its trials, by trial.</summary>
    public ImmutableSortedDictionary<int, string> TrialNotes { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>What the first line calls the format.</summary>
    public const string Format = "hpo-study";

    /// <summary>The version of the format that is written now.</summary>
    public const int Version = 1;

    /// <summary>How names of such files end.</summary>
    public const string Extension = ".hpo-study.jsonl";
}
