using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using Hpo.Studies.Tests.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Log;

/// <summary>The kernel with comparisons in it.</summary>
public sealed class ComparisonLogTests : LogContract<LiveComparison, ComparisonEvent, ComparisonSnapshot>
{
    private ComparisonDatabase _database = default!;

    protected override IReadOnlyList<ComparisonEvent> Story { get; } =
    [
        new ComparisonStarted(DateTimeOffset.UnixEpoch, Definition, "1", "here"),
        new RepetitionFinished(Result(), 0.1),
        new ComparisonRenamed("another name"),
        new RepetitionFinished(Result(1), 0.1),
        new ComparisonEnded(DateTimeOffset.UnixEpoch, ComparisonOutcome.Finished, "done"),
    ];

    protected override ComparisonEvent Resumed => new ComparisonResumed(DateTimeOffset.UnixEpoch);

    protected override (EventLog<ComparisonEvent, ComparisonSnapshot> Log, LiveLogs<LiveComparison, ComparisonEvent, ComparisonSnapshot> Live) Open(string path)
    {
        _database = new ComparisonDatabase(path);
        return (_database.Log, new LiveComparisons(_database, 1, TimeProvider.System));
    }

    protected override int Store(EventLog<ComparisonEvent, ComparisonSnapshot> log, string id, Lease? lease)
    {
        _database.Add(id, (ComparisonStarted)Story[0], lease);
        return 1;
    }
}
