using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>A comparison as one line of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Kind">Simulated, or a race.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Outcome">How it ended; null while it runs.</param>
/// <param name="Done">How many results are there.</param>
/// <param name="Total">How many there will be.</param>
/// <param name="Objectives">The number of objectives.</param>
/// <param name="Methods">The number of methods.</param>
/// <param name="Repetitions">The number of repetitions of each method on each objective.</param>
public sealed record ComparisonSummary(
    string Id,
    string Name,
    DateTimeOffset StartedAt,
    ComparisonKind Kind,
    ComparisonStatus Status,
    ComparisonOutcome? Outcome,
    int Done,
    int Total,
    int Objectives,
    int Methods,
    int Repetitions)
{
    /// <summary>Why its log could not be written, or cannot be read, in words; null as long as all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>The line of a comparison of which nothing can be read.</summary>
    internal static ComparisonSummary Unreadable(string id, DateTimeOffset startedAt, string problem) =>
        new(id, $"Comparison {id}", startedAt, ComparisonKind.Simulated, ComparisonStatus.Ended, null, 0, 0, 0, 0, 0) { Problem = problem };

    /// <summary>The line of a comparison of which so much is known.</summary>
    internal static ComparisonSummary Of(string id, ComparisonSnapshot snapshot, int done) => new(
        id,
        snapshot.Name,
        snapshot.StartedAt,
        snapshot.Definition.Kind,
        snapshot.Status,
        snapshot.Outcome,
        done,
        snapshot.Definition.TotalResults,
        snapshot.Definition.Objectives.Length,
        snapshot.Definition.Methods.Length,
        snapshot.Definition.Repetitions);
}
