using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>
/// All comparisons as lines of a list. Those in memory say themselves how they stand; of others as little is read as a line needs, and not again before there is something new.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="latest">A number that is another one after every change of the database.</param>
/// <param name="live">The comparisons in memory.</param>
internal sealed class ComparisonList(ComparisonDatabase database, Func<long> latest, LiveComparisons live)
{
    private readonly Lock _gate = new();
    private Dictionary<string, (long Sequence, ComparisonSummary Summary)> _known = [];
    private IReadOnlyList<(string Id, DateTimeOffset CreatedAt, long Sequence)> _ends = [];
    private long? _version;

    /// <summary>All comparisons that were not deleted, the newest first.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyList<ComparisonSummary> Read()
    {
        lock (_gate)
        {
            // what is written while this reads is read next time
            var version = latest();
            if (version != _version)
                _ends = database.Ends();
            _version = version;
            var lines = _ends.Select(end => (end.Id, end.Sequence, Summary: live.InMemory(end.Id)?.Summary ?? Known(end.Id, end.CreatedAt, end.Sequence))).ToList();
            _known = lines.ToDictionary(line => line.Id, line => (line.Sequence, line.Summary));
            return [.. lines.Select(line => line.Summary)];
        }
    }

    private ComparisonSummary Known(string id, DateTimeOffset createdAt, long sequence)
    {
        if (_known.TryGetValue(id, out var known) && known.Sequence == sequence)
            return known.Summary;
        try
        {
            return ComparisonSummary.Of(id, ComparisonFold.Outline(database.ReadWithoutResults(id)), database.CountResults(id));
        }
        catch (InvalidDataException exception)
        {
            return ComparisonSummary.Unreadable(id, createdAt, exception.Message);
        }
    }
}
