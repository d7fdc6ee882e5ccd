using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>How far a study has come, counted in trials.</summary>
/// <param name="Asked">How many trials were asked for.</param>
/// <param name="Finished">How many have ended, in whatever way.</param>
/// <param name="Failed">How many of those went wrong.</param>
/// <param name="Running">How many run now.</param>
/// <param name="Paused">How many are set aside.</param>
public sealed record StudyProgress(int Asked, int Finished, int Failed, int Running, int Paused)
{
    /// <summary>The progress of a study at one moment.</summary>
    public static StudyProgress Of(StudyDefinition definition, StudySnapshot study) => new(
        study.TrialsAsked(definition), study.Finished, study.Failed, study.Running, study.Counts.GetValueOrDefault(TrialStatus.Paused));

    /// <summary>The share of the trials asked for that ended well, in percent.</summary>
    public double GoodPercent => Percent(Finished - Failed);

    /// <summary>The share of the trials asked for that failed, in percent.</summary>
    public double FailedPercent => Percent(Failed);

    /// <summary>The share of the trials asked for that are under way, in percent.</summary>
    public double ActivePercent => Percent(Running + Paused);

    /// <summary>The progress in words: 7 of 20 trials finished, 2 running, 1 failed.</summary>
    public string InWords => string.Join(", ", Parts());

    private IEnumerable<string> Parts()
    {
        yield return $"{Format.Count(Finished)} of {Format.Count(Asked, "trial")} finished";
        if (Running > 0)
            yield return $"{Format.Count(Running)} running";
        if (Paused > 0)
            yield return $"{Format.Count(Paused)} paused";
        if (Failed > 0)
            yield return $"{Format.Count(Failed)} failed";
    }

    private double Percent(int trials) => 100.0 * trials / Math.Max(1, Asked);
}
