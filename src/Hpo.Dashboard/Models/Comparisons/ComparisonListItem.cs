using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Models.Comparisons;

/// <summary>A comparison in the list, as it is shown: two that are equal look the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">Where it stands.</param>
/// <param name="IsRace">Whether it is a race.</param>
/// <param name="Done">How many runs have ended.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Size">What is multiplied to make so many.</param>
/// <param name="Started">When it was started, in words.</param>
/// <param name="StartedAt">When it was started.</param>
public sealed record ComparisonListItem(
    string Id, string Name, StatusLabel Label, bool IsRace, int Done, int Total, string Size, string Started, DateTimeOffset StartedAt)
{
    /// <summary>A comparison as it is shown at a moment.</summary>
    public static ComparisonListItem Of(ComparisonSummary comparison, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new(
            comparison.Id,
            comparison.Name,
            comparison.Problem is null ? StatusLabel.Of(comparison.Status, comparison.Outcome) : StatusLabel.LogFailed,
            comparison.Kind == ComparisonKind.Race,
            comparison.Done,
            comparison.Total,
            $"{Format.Count(comparison.Objectives, "objective")} × {Format.Count(comparison.Methods, "method")} × {Format.Count(comparison.Repetitions, "repetition")}",
            Format.Moment(comparison.StartedAt, now, zone),
            comparison.StartedAt)
        {
            CanDelete = comparison.Status != ComparisonStatus.Running || comparison.Problem is not null,
        };
    }

    /// <summary>Whether it can be deleted: only one that does not run.</summary>
    public bool CanDelete { get; init; }

    /// <summary>The share of runs that have ended, in percent.</summary>
    public double Percent => 100.0 * Done / Math.Max(1, Total);
}
