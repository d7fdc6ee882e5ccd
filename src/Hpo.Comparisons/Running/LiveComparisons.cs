using Hpo.Comparisons.Log;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Running;

/// <summary>The comparisons of a database in memory.</summary>
/// <param name="database">The database.</param>
/// <param name="threads">How many repetitions run at the same time.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveComparisons(ComparisonDatabase database, int threads, TimeProvider time)
    : LiveLogs<LiveComparison, ComparisonEvent, ComparisonSnapshot>(database.Log)
{
    /// <summary>Takes in a new comparison.</summary>
    public LiveComparison Add(string id, ComparisonStarted started) => Add(New(id, [new(1, started)]));

    /// <inheritdoc/>
    protected override LiveComparison? Load(string id) => database.Has(id) ? Read(id, events => New(id, events)) : null;

    private LiveComparison New(string id, IReadOnlyList<LoggedEvent<ComparisonEvent>> events) => new(id, events, threads, time);
}
