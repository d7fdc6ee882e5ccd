using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Studies.Wording;

/// <summary>
/// The one vocabulary for where studies and trials stand: on every page, in filters, on the command line and in the browser's scripts, which a test holds
/// against it.
/// </summary>
public static class StatusWords
{
    /// <summary>A study whose log could not be written, or cannot be read.</summary>
    public const string LogFailed = "Log failed";

    /// <summary>A study that came to its end, and none of whose trials handed in an error.</summary>
    public const string NoResult = "No result";

    /// <summary>A trial that would run if its study were not paused.</summary>
    public const string Resting = "Resting";

    /// <summary>Where a trial stands, whatever its study does.</summary>
    public static string Of(TrialStatus status) => status switch
    {
        TrialStatus.Running => "Running",
        TrialStatus.Paused => "Paused",
        TrialStatus.Completed => "Completed",
        TrialStatus.Stopped => "Stopped early",
        TrialStatus.NotANumber => "Diverged (NaN)",
        TrialStatus.Infinite => "Diverged (∞)",
        TrialStatus.Failed => "Failed",
        TrialStatus.TimedOut => "Timed out",
        TrialStatus.Cancelled => "Cancelled",
        TrialStatus.Interrupted => "Interrupted",
        TrialStatus.Lost => "Lost",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There are no words for this status."),
    };

    /// <summary>Where a trial stands in a study.</summary>
    public static string Of(TrialStatus status, StudyStatus study) => IsResting(status, study) ? Resting : Of(status);

    /// <summary>Whether a trial would run if its study were not paused.</summary>
    public static bool IsResting(TrialStatus status, StudyStatus study) => status == TrialStatus.Running && study == StudyStatus.Paused;

    /// <summary>Where a study stands, or how it ended.</summary>
    public static string Of(StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Of(study.Status, study.Outcome, study.Incumbent is not null);
    }

    /// <summary>Where a study stands, or how it ended.</summary>
    public static string Of(StudySummary study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Problem is null ? Of(study.Status, study.Outcome, study.BestError is not null) : LogFailed;
    }

    /// <summary>Where a study stands, or how it ended.</summary>
    /// <param name="status">Where it stands.</param>
    /// <param name="outcome">How it ended; null until then.</param>
    /// <param name="hasResult">Whether any of its trials has handed in an error.</param>
    public static string Of(StudyStatus status, StudyOutcome? outcome, bool hasResult) => status switch
    {
        StudyStatus.Created => "Not started",
        StudyStatus.Running => "Running",
        StudyStatus.Pausing => "Pausing",
        StudyStatus.Paused => "Paused",
        StudyStatus.Stopping => "Stopping",
        _ when LacksResult(outcome, hasResult) => NoResult,
        _ => Of(outcome),
    };

    /// <summary>Whether a study came to an end that was wanted, with nothing to show for it.</summary>
    public static bool LacksResult(StudyOutcome? outcome, bool hasResult) =>
        !hasResult && outcome is (StudyOutcome.Completed or StudyOutcome.TimeLimit or StudyOutcome.EpochLimit or StudyOutcome.Exhausted);

    private static string Of(StudyOutcome? outcome) => outcome switch
    {
        StudyOutcome.Completed => "Completed",
        StudyOutcome.TimeLimit => "Time limit reached",
        StudyOutcome.EpochLimit => "Epoch limit reached",
        StudyOutcome.TargetReached => "Target reached",
        StudyOutcome.Exhausted => "Space exhausted",
        StudyOutcome.Stopped => "Stopped",
        StudyOutcome.Cancelled => "Cancelled",
        StudyOutcome.Failed => "Failed",
        StudyOutcome.Interrupted => "Interrupted",
        null => "Ended",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There are no words for this outcome."),
    };
}
