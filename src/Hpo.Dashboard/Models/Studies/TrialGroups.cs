using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Which statuses belong to which group, and the groups' words.</summary>
public static class TrialGroups
{
    /// <summary>The group of a status.</summary>
    public static TrialGroup Of(TrialStatus status) => status switch
    {
        TrialStatus.Running => TrialGroup.Running,
        TrialStatus.Paused => TrialGroup.Paused,
        TrialStatus.Completed => TrialGroup.Completed,
        TrialStatus.Stopped => TrialGroup.StoppedEarly,
        _ when status.IsFailure() => TrialGroup.Failed,
        _ => TrialGroup.CutOff,
    };

    /// <summary>The name and shape of a group.</summary>
    public static StatusLabel Label(TrialGroup group) => group switch
    {
        TrialGroup.Running => StatusLabel.Of(TrialStatus.Running),
        TrialGroup.Paused => StatusLabel.Of(TrialStatus.Paused),
        TrialGroup.Completed => StatusLabel.Of(TrialStatus.Completed),
        TrialGroup.StoppedEarly => StatusLabel.Of(TrialStatus.Stopped),
        TrialGroup.Failed => StatusLabel.Of(TrialStatus.Failed),
        _ => StatusLabel.Of(TrialStatus.Cancelled) with { Word = "Cut off" },
    };

    /// <summary>The groups that have trials, with their numbers.</summary>
    public static IEnumerable<(TrialGroup Group, int Count)> Count(IReadOnlyDictionary<TrialStatus, int> counts) =>
        from count in counts
        where count.Value > 0
        group count.Value by Of(count.Key) into same
        orderby same.Key
        select (same.Key, same.Sum());
}
