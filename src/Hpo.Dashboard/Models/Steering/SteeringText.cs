using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Models.Steering;

/// <summary>What people did to a study, in words.</summary>
public static class SteeringText
{
    /// <summary>Nothing new is begun, and running trials rest after their epochs.</summary>
    public const string Pause = "Pause";

    /// <summary>The end of a pause.</summary>
    public const string GoOn = "Go on";

    /// <summary>No more trials are started.</summary>
    public const string Stop = "Stop";

    /// <summary>Trials are started again after all.</summary>
    public const string UndoStop = "Undo stop";

    /// <summary>One step of the steering log.</summary>
    public static string Describe(StudyEvent step) => step switch
    {
        PauseRequested => "Pause asked for: running trials finish their epochs.",
        StudyPaused => "Everything rests: the study's time stands still.",
        StudyContinued => "Went on after the pause.",
        StopRequested => "Stop asked for: no more trials are started.",
        StopWithdrawn => "Stop taken back: trials are started again.",
        NumberOfTrialsChanged changed => $"Number of trials set to {Format.Count(changed.Trials)}.",
        WorkersChanged changed => $"Number of workers set to {Format.Count(changed.Workers)}.",
        ConfigurationEnqueued enqueued => $"Asked to try {enqueued.Configuration}.",
        ConfigurationWithdrawn withdrawn => $"Took back configuration {Format.Count(withdrawn.Number + 1)} that was to be tried.",
        TrialStopRequested requested => $"Asked trial {Format.Plain(requested.TrialId)} to end.",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There are no words for this event."),
    };
}
