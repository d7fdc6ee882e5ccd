using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Where a study stands, in a sentence.</summary>
public static class StudyStanding
{
    /// <summary>What it waits for, or how it ended; null while it simply runs.</summary>
    public static string? Of(StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Status switch
        {
            StudyStatus.Created => "Waiting for the first trial.",
            StudyStatus.Pausing => $"No work is begun. Waiting for {Format.Count(study.Running, "running trial")} to finish an epoch.",
            StudyStatus.Paused => study.IsStopRequested
                ? "Paused: the study's time stands still. When it goes on, running trials finish and no more are started."
                : "Paused: the study's time stands still.",
            StudyStatus.Stopping => $"No more trials are started. Waiting for {Format.Count(study.Running, "running trial")}.",
            StudyStatus.Ended => study.OutcomeReason,
            _ => null,
        };
    }
}
