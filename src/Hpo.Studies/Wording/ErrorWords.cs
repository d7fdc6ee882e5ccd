using Hpo.Engine.Trials;
using Hpo.Studies.Views;

namespace Hpo.Studies.Wording;

/// <summary>
/// A trial's error in words. The smallest error that it has handed in is the one that counts for the best of the study, and need not be its last: then both are
/// said, everywhere in the same words.
/// </summary>
public static class ErrorWords
{
    /// <summary>The error: <c>0.1043</c>, or <c>0.1043 after epoch 9; 0.1087 at the end</c>.</summary>
    public static string Of(TrialView trial) => Lines(trial) is var (counts, then) && then is null ? counts : $"{counts}; {then}";

    /// <summary>The same in two parts: the error that counts, and what came of the trial after it; null when nothing did.</summary>
    public static (string Counts, string? Then) Lines(TrialView trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Best is { } best && Later(trial, best) is { } then
            ? ($"{Format.Error(best.Error)} after epoch {Format.Count(best.Epoch)}", then)
            : (Format.Error(trial.CountedError), null);
    }

    private static string? Later(TrialView trial, EpochPoint best) => trial.Status switch
    {
        var status when status.IsFailure() => $"then {Format.Within(StatusWords.Of(status))}",
        _ when trial.Epochs == best.Epoch || trial.Error == best.Error => null,
        TrialStatus.Running or TrialStatus.Paused or TrialStatus.Lost => $"{Format.Error(trial.Error)} now",
        TrialStatus.Completed or TrialStatus.Stopped => $"{Format.Error(trial.Error)} at the end",
        var status => $"{Format.Error(trial.Error)} when {Format.Within(StatusWords.Of(status))}",
    };
}
