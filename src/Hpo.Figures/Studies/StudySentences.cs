using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>Sentences about a study that more than one figure says.</summary>
internal static class StudySentences
{
    // those that are told beside the number of ended trials, in this order
    private static readonly TrialStatus[] Told =
    [
        TrialStatus.Running, TrialStatus.Paused, TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Failed, TrialStatus.TimedOut, TrialStatus.Cancelled,
        TrialStatus.Interrupted, TrialStatus.Lost,
    ];

    /// <summary>What has become of the trials so far: 8 trials started, 7 ended, 1 running, 2 timed out.</summary>
    public static string TrialsStarted(StudySnapshot study) => string.Join(", ",
    [
        $"{Format.Count(study.Trials.Count, "trial")} started",
        $"{Format.Count(study.Ended)} ended",
        .. Told.Where(status => study.Counts.GetValueOrDefault(status) > 0)
            .Select(status => $"{Format.Count(study.Counts[status])} {Format.Within(StatusWords.Of(status, study.Status))}"),
    ]);
}
