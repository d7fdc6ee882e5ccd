namespace Hpo.Engine.Tuning;

/// <summary>
/// The workers of a run by their numbers: each is free or has one thing to do. A worker is no thread: it is leave to run one trial. Used with the lock of the
/// run held.
/// </summary>
internal sealed class Workforce(Coordinator coordinator)
{
    private readonly HashSet<int> _busy = [];

    /// <summary>By worker that had to wait, or for whom there was nothing left: which of the two, and how much had changed in the run by then.</summary>
    private readonly Dictionary<int, (bool IsDone, long Changes)> _told = [];

    /// <summary>Whether any has something to do.</summary>
    public bool AnyBusy => _busy.Count > 0;

    /// <summary>Whether any has nothing to do.</summary>
    public bool AnyFree => _told.Count > 0 || _busy.Count < coordinator.Workers;

    /// <summary>Whether there is nothing left for any of them, and nothing has changed since they asked.</summary>
    public bool IsDone
    {
        get
        {
            var changes = coordinator.Changes;
            return _busy.Count == 0 && Enumerable.Range(0, coordinator.Workers).All(worker => _told.GetValueOrDefault(worker) == (true, changes));
        }
    }

    /// <summary>Asks what there is to do for the free worker with the lowest number.</summary>
    /// <returns>The worker and what it does from now on; null when there is nothing for any.</returns>
    public (int Worker, WorkerOrder Order)? Ask()
    {
        DismissSurplus();
        var workers = coordinator.Workers;
        for (var worker = 0; worker < workers; worker++)
        {
            if (Ask(worker) is { } order)
                return (worker, order);
        }

        return null;
    }

    /// <summary>Asks what there is to do for one worker.</summary>
    /// <returns>What it does from now on; null when it is not free, or there is nothing for it.</returns>
    public WorkerOrder? Ask(int worker)
    {
        if (coordinator.IsEnding || _busy.Contains(worker) || worker >= coordinator.Workers || IsTold(worker))
            return null;
        var order = coordinator.Next(worker);
        if (order is WorkerOrder.Run or WorkerOrder.Suggest)
        {
            _told.Remove(worker);
            _busy.Add(worker);
            return order;
        }

        _told[worker] = (order is WorkerOrder.Leave, coordinator.Changes);
        return null;
    }

    /// <summary>A worker has done what it had to.</summary>
    public void Free(int worker)
    {
        _busy.Remove(worker);
        if (worker >= coordinator.Workers)
            Dismiss(worker);
    }

    private bool IsTold(int worker) => _told.TryGetValue(worker, out var told) && told.Changes == coordinator.Changes;

    /// <summary>A person may have lowered the number of workers.</summary>
    private void DismissSurplus()
    {
        foreach (var worker in _told.Keys.Where(worker => worker >= coordinator.Workers).ToList())
            Dismiss(worker);
    }

    /// <summary>What it was promised is done by another; at the end, nobody does.</summary>
    private void Dismiss(int worker)
    {
        _told.Remove(worker);
        if (!coordinator.IsEnding)
            coordinator.Leave(worker);
    }
}
