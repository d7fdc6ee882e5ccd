namespace Hpo.Engine.Trials;

/// <summary>What the statuses of a trial mean for its bookkeeping.</summary>
public static class TrialStatusRules
{
    /// <summary>Whether a trial in this status will not run again.</summary>
    public static bool IsFinal(this TrialStatus status) => status is not (TrialStatus.Running or TrialStatus.Paused or TrialStatus.Lost);

    /// <summary>Whether the trial went wrong, as opposed to being completed, stopped early, or never given the time.</summary>
    public static bool IsFailure(this TrialStatus status) =>
        status is TrialStatus.NotANumber or TrialStatus.Infinite or TrialStatus.Failed or TrialStatus.TimedOut;

    /// <summary>Whether the trial's last error counts: it may become the incumbent.</summary>
    public static bool HandsInError(this TrialStatus status) =>
        status is TrialStatus.Completed or TrialStatus.Stopped or TrialStatus.Paused;

    /// <summary>Whether an error is better than the best so far: only a strictly smaller finite one is.</summary>
    /// <param name="error">The error of a trial.</param>
    /// <param name="incumbentError">The smallest error so far; null before the first.</param>
    public static bool Improves(double error, double? incumbentError) =>
        double.IsFinite(error) && (incumbentError is not { } best || error < best);
}
