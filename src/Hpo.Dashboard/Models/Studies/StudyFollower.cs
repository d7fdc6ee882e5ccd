using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Follows a study for one viewer, who is told of the latest state and never of each event on the way to it.</summary>
public static class StudyFollower
{
    /// <summary>Calls back after changes, the first time at once and then at most once an interval, until nothing can change any more.</summary>
    /// <param name="study">The study.</param>
    /// <param name="seen">The last event the viewer knows.</param>
    /// <param name="interval">The shortest time between two calls.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onChange">Shows the study.</param>
    /// <param name="cancellationToken">Ends the following.</param>
    public static async Task FollowAsync(
        LiveStudy study, long seen, TimeSpan interval, TimeProvider time, Func<StudySnapshot, Task> onChange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(onChange);
        while (true)
        {
            // asked for before the failure is looked at, so that none can slip in between
            var change = study.WaitForChangeAsync(seen, cancellationToken);
            if (study.LogFailure is null && !IsOver(study.Snapshot, seen))
                await change;
            var snapshot = study.Snapshot;
            if (snapshot.Sequence > seen || study.LogFailure is not null)
                await onChange(snapshot);
            seen = snapshot.Sequence;
            if (study.LogFailure is not null || IsOver(snapshot, seen))
                return;
            await Task.Delay(interval, time, cancellationToken);
        }
    }

    private static bool IsOver(StudySnapshot snapshot, long seen) => snapshot is { Status: StudyStatus.Ended, CanResume: false } && snapshot.Sequence <= seen;
}
