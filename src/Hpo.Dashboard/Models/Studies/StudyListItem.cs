using Hpo.Studies.Organising;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A study in the list, as it is shown: two that are equal look the same.</summary>
/// <param name="Id">The study's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">Where it stands.</param>
/// <param name="Error">The best error.</param>
/// <param name="Ended">How many trials have ended for good.</param>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Elapsed">How long it has run.</param>
/// <param name="Created">When it was created, in words.</param>
/// <param name="CreatedAt">When it was created.</param>
public sealed record StudyListItem(
    string Id, string Name, StatusLabel Label, string Error, int Ended, int Asked, string Elapsed, string Created, DateTimeOffset CreatedAt)
{
    /// <summary>A study as it is shown at a moment.</summary>
    public static StudyListItem Of(StudyEntry entry, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var study = entry.Summary;
        var isOver = study.Status == StudyStatus.Ended || study.Problem is not null;
        return new(
            study.Id,
            study.Name,
            StatusLabel.Of(study),
            Format.Error(study.BestError),
            study.TrialsEnded,
            study.TrialsAsked,
            Format.Elapsed(study.Elapsed, isOver),
            Format.Moment(study.CreatedAt, now, zone),
            study.CreatedAt)
        {
            Owner = study.Owner,
            Kind = entry.Kind,
            Metadata = entry.Metadata,
            CanDelete = isOver,
        };
    }

    /// <summary>Whose it is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What it is.</summary>
    public required StudyKind Kind { get; init; }

    /// <summary>What people say about it.</summary>
    public StudyMetadata Metadata { get; init; } = StudyMetadata.None;

    /// <summary>Whether it can be deleted: only one that does not run.</summary>
    public bool CanDelete { get; init; }

    /// <summary>The share of trials that have ended, in percent.</summary>
    public double Percent => 100.0 * Ended / Math.Max(1, Asked);
}
