using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Follows a study for one viewer, who is told of the latest state and never of each event on the way to it.</summary>
public static class StudyFollower
{
    /// <summary>Calls back after changes, the first time at once and then at most once an interval, until nothing can change any more. A log that could not be written may be written again.</summary>
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
        string? failure = null;
        while (true)
        {
            // asked for before the failure is looked at, so that none can slip in between
            var change = study.WaitForChangeAsync(seen, cancellationToken);
            if (study.LogFailure == failure && !IsOver(study.Snapshot, seen))
                await change;
            var (snapshot, failed) = (study.Snapshot, study.LogFailure);
            if (snapshot.Sequence > seen || failed != failure)
                await onChange(snapshot);
            (seen, failure) = (snapshot.Sequence, failed);
            if (failure is null && IsOver(snapshot, seen))
                return;
            await Task.Delay(interval, time, cancellationToken);
        }
    }

    private static bool IsOver(StudySnapshot snapshot, long seen) => snapshot is { Status: StudyStatus.Ended, CanResume: false } && snapshot.Sequence <= seen;
}
