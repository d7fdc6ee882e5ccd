using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A status for people: a word, and the shape and colour that repeat it.</summary>
/// <param name="Word">The status.</param>
/// <param name="Icon">Its shape.</param>
/// <param name="Tone">Its colour.</param>
public sealed record StatusLabel(string Word, StatusIcon Icon, StatusTone Tone)
{
    /// <summary>A study whose log could not be written, or cannot be read.</summary>
    public static StatusLabel LogFailed { get; } = new("Log failed", StatusIcon.Failed, StatusTone.Bad);

    /// <summary>Where a study stands, or how it ended.</summary>
    public static StatusLabel Of(StudyStatus status, StudyOutcome? outcome) => status switch
    {
        StudyStatus.Created => new("Not started", StatusIcon.Waiting, StatusTone.Quiet),
        StudyStatus.Running => new("Running", StatusIcon.Running, StatusTone.Active),
        StudyStatus.Pausing => new("Pausing", StatusIcon.Paused, StatusTone.Active),
        StudyStatus.Paused => new("Paused", StatusIcon.Paused, StatusTone.Cut),
        StudyStatus.Stopping => new("Stopping", StatusIcon.Stopped, StatusTone.Active),
        _ => Of(outcome),
    };

    /// <summary>Where a comparison stands, or how it ended.</summary>
    public static StatusLabel Of(ComparisonStatus status, ComparisonOutcome? outcome) => (status, outcome) switch
    {
        (ComparisonStatus.Running, _) => new("Running", StatusIcon.Running, StatusTone.Active),
        (_, ComparisonOutcome.Finished) => new("Completed", StatusIcon.Done, StatusTone.Good),
        (_, ComparisonOutcome.Cancelled) => new("Cancelled", StatusIcon.Cancelled, StatusTone.Cut),
        (_, ComparisonOutcome.Interrupted) => new("Interrupted", StatusIcon.Interrupted, StatusTone.Cut),
        _ => new("Ended", StatusIcon.Stopped, StatusTone.Quiet),
    };

    /// <summary>Where a trial stands.</summary>
    public static StatusLabel Of(TrialStatus status) => status switch
    {
        TrialStatus.Running => new("Running", StatusIcon.Running, StatusTone.Active),
        TrialStatus.Paused => new("Paused", StatusIcon.Paused, StatusTone.Quiet),
        TrialStatus.Completed => new("Completed", StatusIcon.Done, StatusTone.Good),
        TrialStatus.Stopped => new("Stopped early", StatusIcon.Stopped, StatusTone.Cut),
        TrialStatus.NotANumber => new("Diverged (NaN)", StatusIcon.Failed, StatusTone.Bad),
        TrialStatus.Infinite => new("Diverged (∞)", StatusIcon.Failed, StatusTone.Bad),
        TrialStatus.Failed => new("Failed", StatusIcon.Failed, StatusTone.Bad),
        TrialStatus.TimedOut => new("Timed out", StatusIcon.Clock, StatusTone.Bad),
        TrialStatus.Cancelled => new("Cancelled", StatusIcon.Cancelled, StatusTone.Cut),
        TrialStatus.Interrupted => new("Interrupted", StatusIcon.Interrupted, StatusTone.Cut),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There are no words for this status."),
    };

    /// <summary>What has become of a trial at a rung.</summary>
    public static StatusLabel Of(RungState state) => state switch
    {
        RungState.Promoted => new("Promoted", StatusIcon.Promoted, StatusTone.Good),
        RungState.RunningOn => new("Running on", StatusIcon.Running, StatusTone.Active),
        RungState.Waiting => new("Waiting", StatusIcon.Waiting, StatusTone.Quiet),
        RungState.Paused => new("Paused", StatusIcon.Paused, StatusTone.Quiet),
        RungState.Stopped => new("Stopped", StatusIcon.Stopped, StatusTone.Cut),
        RungState.Failed => new("Failed or cut off", StatusIcon.Failed, StatusTone.Bad),
        RungState.Completed => new("Completed", StatusIcon.Done, StatusTone.Good),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There are no words for this state."),
    };

    private static StatusLabel Of(StudyOutcome? outcome) => outcome switch
    {
        StudyOutcome.Completed => new("Completed", StatusIcon.Done, StatusTone.Good),
        StudyOutcome.TimeLimit => new("Time limit reached", StatusIcon.Clock, StatusTone.Good),
        StudyOutcome.EpochLimit => new("Epoch limit reached", StatusIcon.Clock, StatusTone.Good),
        StudyOutcome.TargetReached => new("Target reached", StatusIcon.Target, StatusTone.Good),
        StudyOutcome.Exhausted => new("Space exhausted", StatusIcon.Done, StatusTone.Good),
        StudyOutcome.Stopped => new("Stopped", StatusIcon.Stopped, StatusTone.Cut),
        StudyOutcome.Cancelled => new("Cancelled", StatusIcon.Cancelled, StatusTone.Cut),
        StudyOutcome.Failed => new("Failed", StatusIcon.Failed, StatusTone.Bad),
        StudyOutcome.Interrupted => new("Interrupted", StatusIcon.Interrupted, StatusTone.Cut),
        null => new("Ended", StatusIcon.Stopped, StatusTone.Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There are no words for this outcome."),
    };
}
