using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>What decides where a trial stands on a figure.</summary>
public static class TrialFacts
{
    /// <summary>The ended trials in the order in which they did: the cumulative runtime never falls from one to the next.</summary>
    public static IEnumerable<TrialView> EndedInOrder(this StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Trials.Where(trial => trial.EndedAt is not null).OrderBy(trial => trial.EndedAt).ThenBy(trial => trial.CumulativeRuntime).ThenBy(trial => trial.Id);
    }

    /// <summary>Trials that run, are paused or wait to be run again, by number.</summary>
    internal static IEnumerable<TrialView> Open(this StudySnapshot study) => study.Trials.Where(trial => trial.EndedAt is null);

    /// <summary>The last reported error, where it has a place on an axis.</summary>
    internal static double? Drawn(this TrialView trial) => trial.Error is { } error && double.IsFinite(error) ? error : null;

    /// <summary>Whether the trial's last error counts.</summary>
    internal static bool HandsIn(this TrialView trial) => trial.Status.HandsInError() && trial.Drawn() is not null;

    /// <summary>Whether it was cut off, by the scheduler, a person or the end of the program.</summary>
    internal static bool IsCut(this TrialStatus status) => status is TrialStatus.Stopped or TrialStatus.Cancelled or TrialStatus.Interrupted;

    /// <summary>Some statuses in words, each once: failed or timed out.</summary>
    internal static string Words(IEnumerable<TrialStatus> statuses)
    {
        List<string> there = [.. statuses.Distinct().Select(status => Format.Within(StatusWords.Of(status))).Order(StringComparer.Ordinal)];
        return there.Count < 2 ? string.Concat(there) : $"{string.Join(", ", there[..^1])} or {there[^1]}";
    }
}
