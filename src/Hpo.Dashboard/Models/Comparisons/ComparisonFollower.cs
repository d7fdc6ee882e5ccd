using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Models.Comparisons;

/// <summary>Follows a comparison for one viewer, who is told of the latest state and never of each change on the way to it.</summary>
public static class ComparisonFollower
{
    /// <summary>Calls back after changes, the first time at once and then at most once an interval, until it is cancelled: a comparison that has ended may be
    /// renamed or resumed. While it runs it calls back once a second at the least, because the time left changes by itself.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="interval">The shortest time between two calls.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onChange">Shows the comparison.</param>
    /// <param name="cancellationToken">Ends the following.</param>
    public static async Task FollowAsync(
        LiveComparison comparison, TimeSpan interval, TimeProvider time, Func<Task> onChange, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(onChange);
        while (true)
        {
            var version = comparison.Version;
            await onChange();
            await Task.Delay(interval, time, cancellationToken);
            var change = comparison.WaitForChangeAsync(version, cancellationToken);
            if (comparison.Snapshot.Status == ComparisonStatus.Running)
                await Task.WhenAny(change, Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken));
            else
                await change;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
