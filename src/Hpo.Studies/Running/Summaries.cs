using System.Collections.Concurrent;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>
/// All studies as lines of a list. Those in memory say themselves how they stand; those that have ended were asked once, and what they said is in the database,
/// so that nobody reads the events of a thousand studies in order to list them.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="latest">A number that is another one after every change of the database.</param>
/// <param name="studies">The studies in memory.</param>
internal sealed class Summaries(StudyDatabase database, Func<long> latest, LiveStudies studies)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, StoredSummary> _known = new();
    private long? _version;
    private IReadOnlyList<(StudyHeader Header, StudySummary? Summary)> _rows = [];

    /// <summary>All studies, the newest first.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyList<StudySummary> List()
    {
        lock (_gate)
        {
            var version = latest();
            if (version != _version)
                _rows = Read();
            _version = version;
            var read = new List<StoredSummary>();
            var list = _rows.Select(row => studies.InMemory(row.Header.Id)?.Summary ?? row.Summary ?? Of(row.Header, read)).ToList();
            TryStore(read);
            return list;
        }
    }

    /// <summary>Keeps what studies say that have ended.</summary>
    public void Keep(IReadOnlyList<LiveStudy> ended) => TryStore([.. ended.Select(study => new StoredSummary(study.Snapshot.Sequence, study.Summary))]);

    private List<(StudyHeader Header, StudySummary? Summary)> Read()
    {
        var ends = database.Ends();
        foreach (var (id, end) in ends)
        {
            if (_known.GetValueOrDefault(id)?.Sequence != end.Sequence && StoredSummary.Read(end) is { } stored)
                _known[id] = stored;
        }

        return [.. database.List().Select(header => (header, Summary(header)))];

        StudySummary? Summary(StudyHeader header) =>
            ends.TryGetValue(header.Id, out var end) && _known.TryGetValue(header.Id, out var known) && known.Sequence == end.Sequence
                ? known.Summary with
                {
                    Id = header.Id,
                    Name = header.Definition.Name,
                    CreatedAt = header.CreatedAt,
                    Owner = header.Owner,
                    Objective = header.Definition.Objective.Type,
                    Searcher = header.Definition.Searcher.Type,
                    Scheduler = header.Definition.Scheduler.Type,
                }
                : null;
    }

    /// <summary>Reads a study in order to ask it.</summary>
    private StudySummary Of(StudyHeader header, List<StoredSummary> read)
    {
        var study = studies.Of(header);
        var (snapshot, summary) = (study.Snapshot, study.Summary);
        if (snapshot.Status == StudyStatus.Ended && study.LogFailure is null)
            read.Add(new(snapshot.Sequence, summary));
        return summary;
    }

    private void TryStore(List<StoredSummary> summaries)
    {
        foreach (var summary in summaries)
            _known[summary.Summary.Id] = summary;
        try
        {
            if (summaries.Count > 0)
                database.Store(summaries);
        }
        catch (IOException)
        {
            // it spares work and nothing else
        }
    }
}
