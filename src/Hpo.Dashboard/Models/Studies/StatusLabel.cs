using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A status for people: a word of the one vocabulary, and the shape and colour that repeat it.</summary>
/// <param name="Word">The status.</param>
/// <param name="Icon">Its shape.</param>
/// <param name="Tone">Its colour.</param>
public sealed record StatusLabel(string Word, StatusIcon Icon, StatusTone Tone)
{
    /// <summary>The name of its colour in the theme.</summary>
    public string Colour => Tone switch
    {
        StatusTone.Active => "primary",
        StatusTone.Good => "success",
        StatusTone.Cut => "warning",
        StatusTone.Bad => "error",
        _ => "default",
    };

    /// <summary>A study whose log could not be written, or cannot be read.</summary>
    public static StatusLabel LogFailed { get; } = new(StatusWords.LogFailed, StatusIcon.Failed, StatusTone.Bad);

    /// <summary>Where a study stands, or how it ended.</summary>
    public static StatusLabel Of(StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Of(study.Status, study.Outcome, study.Incumbent is not null);
    }

    /// <summary>Where a study stands, or how it ended.</summary>
    public static StatusLabel Of(StudySummary study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Problem is null ? Of(study.Status, study.Outcome, study.BestError is not null) : LogFailed;
    }

    /// <summary>Where a study stands, or how it ended.</summary>
    /// <param name="status">Where it stands.</param>
    /// <param name="outcome">How it ended; null until then.</param>
    /// <param name="hasResult">Whether any of its trials has handed in an error.</param>
    public static StatusLabel Of(StudyStatus status, StudyOutcome? outcome, bool hasResult)
    {
        var (icon, tone) = status switch
        {
            StudyStatus.Created => (StatusIcon.Waiting, StatusTone.Quiet),
            StudyStatus.Running => (StatusIcon.Running, StatusTone.Active),
            StudyStatus.Pausing => (StatusIcon.Paused, StatusTone.Active),
            StudyStatus.Paused => (StatusIcon.Paused, StatusTone.Cut),
            StudyStatus.Stopping => (StatusIcon.Stopped, StatusTone.Active),
            _ when StatusWords.LacksResult(outcome, hasResult) => (StatusIcon.Failed, StatusTone.Bad),
            _ => LookOf(outcome),
        };
        return new(StatusWords.Of(status, outcome, hasResult), icon, tone);
    }

    /// <summary>Where a comparison stands, or how it ended.</summary>
    public static StatusLabel Of(ComparisonStatus status, ComparisonOutcome? outcome) => (status, outcome) switch
    {
        (ComparisonStatus.Running, _) => new("Running", StatusIcon.Running, StatusTone.Active),
        (_, ComparisonOutcome.Finished) => new("Completed", StatusIcon.Done, StatusTone.Good),
        (_, ComparisonOutcome.Cancelled) => new("Cancelled", StatusIcon.Cancelled, StatusTone.Cut),
        (_, ComparisonOutcome.Interrupted) => new("Interrupted", StatusIcon.Interrupted, StatusTone.Cut),
        _ => new("Ended", StatusIcon.Stopped, StatusTone.Quiet),
    };

    /// <summary>Where a trial stands in a study.</summary>
    public static StatusLabel Of(TrialStatus status, StudyStatus study) => StatusWords.IsResting(status, study)
        ? new(StatusWords.Resting, StatusIcon.Paused, StatusTone.Quiet)
        : Of(status);

    /// <summary>Where a trial stands, whatever its study does.</summary>
    public static StatusLabel Of(TrialStatus status)
    {
        var (icon, tone) = status switch
        {
            TrialStatus.Running => (StatusIcon.Running, StatusTone.Active),
            TrialStatus.Paused => (StatusIcon.Paused, StatusTone.Quiet),
            TrialStatus.Completed => (StatusIcon.Done, StatusTone.Good),
            TrialStatus.Stopped => (StatusIcon.Stopped, StatusTone.Cut),
            TrialStatus.TimedOut => (StatusIcon.Clock, StatusTone.Bad),
            TrialStatus.Cancelled => (StatusIcon.Cancelled, StatusTone.Cut),
            TrialStatus.Interrupted => (StatusIcon.Interrupted, StatusTone.Cut),
            TrialStatus.Lost => (StatusIcon.Waiting, StatusTone.Quiet),
            _ => (StatusIcon.Failed, StatusTone.Bad),
        };
        return new(StatusWords.Of(status), icon, tone);
    }

    /// <summary>What has become of a trial at a rung. What ended it elsewhere is said by its own status.</summary>
    public static StatusLabel Of(RungState state, TrialStatus trial, StudyStatus study) => state switch
    {
        RungState.Promoted => new("Promoted", StatusIcon.Promoted, StatusTone.Good),
        RungState.RunningOn when StatusWords.IsResting(trial, study) => Of(trial, study),
        RungState.RunningOn => new("Running on", StatusIcon.Running, StatusTone.Active),
        RungState.Waiting => new("Waiting", StatusIcon.Waiting, StatusTone.Quiet),
        RungState.Paused => Of(TrialStatus.Paused),
        RungState.Stopped => Of(TrialStatus.Stopped),
        RungState.Failed => Of(trial),
        RungState.Completed => Of(TrialStatus.Completed),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There are no words for this state."),
    };

    private static (StatusIcon Icon, StatusTone Tone) LookOf(StudyOutcome? outcome) => outcome switch
    {
        StudyOutcome.Completed or StudyOutcome.Exhausted => (StatusIcon.Done, StatusTone.Good),
        StudyOutcome.TimeLimit or StudyOutcome.EpochLimit => (StatusIcon.Clock, StatusTone.Good),
        StudyOutcome.TargetReached => (StatusIcon.Target, StatusTone.Good),
        StudyOutcome.Stopped => (StatusIcon.Stopped, StatusTone.Cut),
        StudyOutcome.Cancelled => (StatusIcon.Cancelled, StatusTone.Cut),
        StudyOutcome.Interrupted => (StatusIcon.Interrupted, StatusTone.Cut),
        StudyOutcome.Failed => (StatusIcon.Failed, StatusTone.Bad),
        _ => (StatusIcon.Stopped, StatusTone.Quiet),
    };
}
