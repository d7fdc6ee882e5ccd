using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The list of studies as all viewers of the home page share it: it is made anew at most twice a second, however many look.</summary>
public sealed class StudyList(StudyService studies, TimeProvider time)
{
    /// <summary>How old the list may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private Dictionary<string, StudyEntry> _entries = [];
    private IReadOnlyList<StudyEntry> _list = [];
    private (long Made, long Revision)? _made;

    /// <summary>All studies, the newest first; the same object as long as nothing has changed.</summary>
    public IReadOnlyList<StudyEntry> Latest
    {
        get
        {
            lock (_gate)
            {
                // one's own change is seen at once
                if (_made is not var (made, revision) || time.GetElapsedTime(made) >= MaxAge || revision != studies.Organiser.Revision)
                    Make();
                return _list;
            }
        }
    }

    private void Make()
    {
        studies.Organiser.Refresh();
        var revision = studies.Organiser.Revision;
        var list = studies.List().Select(Entry).ToList();
        if (!list.SequenceEqual(_list, ReferenceEqualityComparer.Instance))
        {
            _list = list;
            _entries = list.ToDictionary(entry => entry.Summary.Id);
        }

        _made = (time.GetTimestamp(), revision);
    }

    /// <summary>The entry of before, if it still holds.</summary>
    private StudyEntry Entry(StudySummary study)
    {
        var metadata = studies.Organiser.Of(study.Id);
        var isKnown = _entries.TryGetValue(study.Id, out var known) && known.Metadata.Equals(metadata);
        if (isKnown && known!.Summary == study)
            return known;
        if (isKnown)
            return known! with { Summary = study };
        var kind = StudyKind.Of(study, studies.Catalog);
        return new(study, metadata, kind, string.Join('\n', [study.Name, kind.Objective, kind.Searcher, kind.Scheduler, .. metadata.Tags, metadata.Notes]));
    }
}
