using Hpo.Engine.Tuning;

namespace Hpo.Studies.Views;

/// <summary>A study as one line of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Outcome">How it ended; null until then.</param>
/// <param name="BestError">The incumbent's error; null before the first.</param>
/// <param name="TrialsEnded">How many trials have ended for good.</param>
/// <param name="TrialsAsked">How many were asked for.</param>
/// <param name="Elapsed">How long it has run, or ran.</param>
public sealed record StudySummary(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    StudyStatus Status,
    StudyOutcome? Outcome,
    double? BestError,
    int TrialsEnded,
    int TrialsAsked,
    TimeSpan Elapsed)
{
    /// <summary>Why its log ends before it did, or cannot be read, in words; null as long as all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>Whose it is; empty for the presenter.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The type of its objective in the catalog.</summary>
    public string Objective { get; init; } = "";

    /// <summary>The type of its searcher in the catalog.</summary>
    public string Searcher { get; init; } = "";

    /// <summary>The type of its scheduler in the catalog.</summary>
    public string Scheduler { get; init; } = "";
}
