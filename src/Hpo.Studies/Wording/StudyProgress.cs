using System.Collections.Immutable;
using Hpo.Engine.Trials;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Wording;

/// <summary>How far a study has come, counted in trials, and in which words.</summary>
/// <param name="Asked">How many trials were asked for.</param>
/// <param name="Ended">How many have ended for good, in whatever way. A trial that an interruption cut off has not: it can go on.</param>
/// <param name="Told">How many are in each status that is told beside the number of ended ones: those under way and those that went wrong or were cut off.</param>
/// <param name="Study">Where the study stands.</param>
public sealed record StudyProgress(int Asked, int Ended, ImmutableArray<(TrialStatus Status, int Count)> Told, StudyStatus Study)
{
    /// <summary>The progress of a study at one moment.</summary>
    public static StudyProgress Of(StudyDefinition definition, StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new(
            study.TrialsAsked(definition),
            study.Ended,
            [.. Enum.GetValues<TrialStatus>().Where(IsTold).Select(status => (status, study.Counts.GetValueOrDefault(status))).Where(told => told.Item2 > 0)],
            study.Status);
    }

    /// <summary>How many trials run now, or rest because the study is paused.</summary>
    public int Running => Sum(status => status == TrialStatus.Running);

    /// <summary>The share of the trials asked for that ended well, in percent.</summary>
    public double GoodPercent => Percent(Ended - Sum(TrialStatusRules.IsFailure));

    /// <summary>The share of the trials asked for that went wrong, in percent.</summary>
    public double FailedPercent => Percent(Sum(TrialStatusRules.IsFailure));

    /// <summary>The share of the trials asked for that are under way or can go on, in percent.</summary>
    public double ActivePercent => Percent(Sum(status => status is TrialStatus.Running or TrialStatus.Paused or TrialStatus.Interrupted or TrialStatus.Lost));

    /// <summary>The progress in words: 7 of 20 trials ended, 2 running, 1 timed out.</summary>
    public string InWords => string.Join(", ", [$"{Format.Count(Ended)} of {Format.Count(Asked, "trial")} ended", .. Told.Select(told => $"{Format.Count(told.Count)} {Within(told.Status)}")]);

    /// <summary>A status's word within a sentence: running, diverged (NaN).</summary>
    private string Within(TrialStatus status) => Format.Within(StatusWords.Of(status, Study));

    /// <summary>Those that were completed or stopped early are what a study is for, and need no words of their own.</summary>
    private static bool IsTold(TrialStatus status) => status is not (TrialStatus.Completed or TrialStatus.Stopped);

    private int Sum(Func<TrialStatus, bool> isMeant) => Told.Where(told => isMeant(told.Status)).Sum(told => told.Count);

    private double Percent(int trials) => 100.0 * trials / Math.Max(1, Asked);
}
