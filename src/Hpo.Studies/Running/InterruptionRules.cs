using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>How the log of a study is closed whose process has vanished, or could not write it.</summary>
internal static class InterruptionRules
{
    /// <summary>The events that follow a log that breaks off.</summary>
    public static IReadOnlyList<StudyEvent> EventsAfter(StudySnapshot study) =>
    [
        .. from trial in study.Trials
           where trial.Status == TrialStatus.Running
           select new TrialEnded(study.Elapsed, trial.Id, TrialStatus.Interrupted, trial.Runtime, "The program ended before it was done."),
        new StudyEnded(study.Elapsed, StudyOutcome.Interrupted, study.Status is StudyStatus.Paused or StudyStatus.Pausing ? "The program ended while the study was paused." : "The program ended while the study was running."),
    ];
}
