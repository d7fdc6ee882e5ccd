namespace Hpo.Studies.Log;

/// <summary>
/// What was read of a log and is in memory, one object each for all who look. One that is needed stays: it runs, here or elsewhere, or has something to say that no log
/// tells; of the others the few that were asked for last, and those that somebody holds. Usable by several threads at once.
/// </summary>
/// <typeparam name="T">A study, or a comparison.</typeparam>
/// <param name="idOf">Its id.</param>
/// <param name="isNeeded">Whether it stays whether or not anybody looks.</param>
public sealed class LiveMemory<T>(Func<T, string> idOf, Func<T, bool> isNeeded)
    where T : class
{
    private const int MaxKept = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WeakReference<T>> _all = [];
    private readonly Dictionary<string, T> _needed = [];
    private readonly LinkedList<T> _latest = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                var alive = new List<T>(_all.Count);
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

    /// <summary>Whether one of those that are needed is such.</summary>
    public bool AnyNeeded(Func<T, bool> isSuch)
    {
        lock (_gate)
            return _needed.Values.Any(isSuch);
    }

    /// <summary>The one of an id; null when it is not in memory.</summary>
    public T? Find(string id)
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
    public T? Peek(string id)
    {
        lock (_gate)
            return _all.TryGetValue(id, out var reference) && reference.TryGetTarget(out var live) ? live : null;
    }

    /// <summary>Takes in one that was read, unless it is here by now; returns the one that is here.</summary>
    public T Add(T item)
    {
        lock (_gate)
        {
            if (_all.TryGetValue(idOf(item), out var reference) && reference.TryGetTarget(out var live))
                return live;
            _all[idOf(item)] = new WeakReference<T>(item);
            Keep(item);
            return item;
        }
    }

    /// <summary>Forgets one.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            _all.Remove(id);
            _needed.Remove(id);
            if (_latest.FirstOrDefault(live => idOf(live) == id) is { } latest)
                _latest.Remove(latest);
        }
    }

    /// <summary>Keeps one as long as it is needed, or one of the latest.</summary>
    public void Keep(T item)
    {
        lock (_gate)
        {
            if (isNeeded(item))
            {
                _needed[idOf(item)] = item;
                return;
            }

            _needed.Remove(idOf(item));
            _latest.Remove(item);
            _latest.AddFirst(item);
            if (_latest.Count > MaxKept)
                _latest.RemoveLast();
        }
    }
}
