using System.Collections.Immutable;
using Hpo.Engine.Tuning;

namespace Hpo.Studies.Views;

/// <summary>The part of <see cref="StudyFold"/> for what people did to a study while it ran.</summary>
internal static class SteeringFold
{
    /// <summary>The study after such an event; null for events of other kinds.</summary>
    public static StudySnapshot? Apply(StudySnapshot study, StudyEvent studyEvent) => Change(study, studyEvent) is { } changed
        ? changed with { Steering = changed.Steering.Add(studyEvent) }
        : null;

    private static StudySnapshot? Change(StudySnapshot study, StudyEvent studyEvent) => studyEvent switch
    {
        PauseRequested => study with { Status = StudyStatus.Pausing },
        StudyPaused => study with { Status = StudyStatus.Paused },
        StudyContinued => study with { Status = study.IsStopRequested ? StudyStatus.Stopping : StudyStatus.Running },
        StopRequested => study with { IsStopRequested = true, Status = study.Status == StudyStatus.Running ? StudyStatus.Stopping : study.Status },
        StopWithdrawn => study with { IsStopRequested = false, Status = study.Status == StudyStatus.Stopping ? StudyStatus.Running : study.Status },
        NumberOfTrialsChanged changed => study with { NumberOfTrials = changed.Trials },
        WorkersChanged changed => study with { Workers = changed.Workers },
        ConfigurationEnqueued enqueued => study with
        {
            NumberOfTrials = enqueued.Trials,
            Enqueued = study.Enqueued.Add(new EnqueuedTry(enqueued.Number, enqueued.Configuration, enqueued.Elapsed)),
        },
        ConfigurationWithdrawn withdrawn => study with { NumberOfTrials = withdrawn.Trials, Enqueued = Without(study, withdrawn.Number) },
        TrialStopRequested requested => study.Change(requested.TrialId, trial => trial with { IsStopRequested = true }),
        _ => null,
    };

    /// <summary>What waits besides one configuration, which does so no longer.</summary>
    public static ImmutableList<EnqueuedTry> Without(StudySnapshot study, int number) =>
        study.Enqueued.RemoveAll(enqueued => enqueued.Number == number);
}
