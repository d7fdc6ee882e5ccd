using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Models.Comparisons;

/// <summary>The progress of a comparison in words.</summary>
public static class ProgressText
{
    /// <summary>Such as "37 of 100 runs"; of a race too.</summary>
    public static string Runs(ComparisonProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return $"{Format.Count(progress.Done)} of {Format.Count(progress.Total, "run")}";
    }

    /// <summary>How long it will probably go on, in steps that can be read while it counts down; null when nobody knows.</summary>
    public static string? TimeLeft(TimeSpan? left) => left switch
    {
        null => null,
        { TotalSeconds: < 5 } => "a few seconds",
        { TotalSeconds: < 60 } seconds => $"about {5 * Math.Ceiling(seconds.TotalSeconds / 5):0} s",
        { TotalMinutes: < 60 } minutes => $"about {Math.Ceiling(minutes.TotalMinutes):0} min",
        { } hours => $"about {hours.TotalHours:0.#} h",
    };
}
