using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>
/// The studies in memory, one object each for all who look. One that runs, here or elsewhere, or has something to say that no log tells stays; of the others the
/// few that were asked for last, and those that somebody holds.
/// </summary>
internal sealed class StudyMemory
{
    private const int MaxKept = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WeakReference<LiveStudy>> _all = [];
    private readonly Dictionary<string, LiveStudy> _needed = [];
    private readonly LinkedList<LiveStudy> _latest = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<LiveStudy> All
    {
        get
        {
            lock (_gate)
            {
                var alive = new List<LiveStudy>(_all.Count);
                foreach (var (id, reference) in _all)
                {
                    if (reference.TryGetTarget(out var live))
                        alive.Add(live);
                    else
                        _all.Remove(id);
                }

                return alive;
            }
        }
    }

    /// <summary>Whether one is there that has not ended.</summary>
    public bool AnyUnfinished
    {
        get
        {
            lock (_gate)
                return _needed.Values.Any(live => live.Snapshot.Status != StudyStatus.Ended);
        }
    }

    /// <summary>The study of an id; null when it is not in memory.</summary>
    public LiveStudy? Find(string id)
    {
        lock (_gate)
        {
            if (!_all.TryGetValue(id, out var reference) || !reference.TryGetTarget(out var live))
                return null;
            Keep(live);
            return live;
        }
    }

    /// <summary>As <see cref="Find"/>, without asking for it.</summary>
    public LiveStudy? Peek(string id)
    {
        lock (_gate)
            return _all.TryGetValue(id, out var reference) && reference.TryGetTarget(out var live) ? live : null;
    }

    /// <summary>Takes in a study that was read, unless it is here by now; returns the one that is here.</summary>
    public LiveStudy Add(LiveStudy study)
    {
        lock (_gate)
        {
            if (_all.TryGetValue(study.Id, out var reference) && reference.TryGetTarget(out var live))
                return live;
            _all[study.Id] = new WeakReference<LiveStudy>(study);
            Keep(study);
            return study;
        }
    }

    /// <summary>Forgets a study.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            _all.Remove(id);
            _needed.Remove(id);
            if (_latest.FirstOrDefault(live => live.Id == id) is { } latest)
                _latest.Remove(latest);
        }
    }

    /// <summary>Keeps a study as long as it is needed, or one of the latest.</summary>
    public void Keep(LiveStudy study)
    {
        lock (_gate)
        {
            if (study.Snapshot.Status != StudyStatus.Ended || study.LogFailure is not null)
            {
                _needed[study.Id] = study;
                return;
            }

            _needed.Remove(study.Id);
            _latest.Remove(study);
            _latest.AddFirst(study);
            if (_latest.Count > MaxKept)
                _latest.RemoveLast();
        }
    }
}
