using System.Collections.Concurrent;
using Hpo.Engine.Objectives;

namespace Hpo.Studies.Running;

/// <summary>
/// The objective of a study whose workers divide the cores among themselves, and whose number changes: its trials have as many threads as there are cores for
/// each worker, at least one. Usable by several threads at once.
/// </summary>
/// <param name="create">Makes the objective for so many threads a trial; what it computes does not depend on that.</param>
/// <param name="cores">How many cores there are for the study.</param>
/// <param name="workers">How many workers it has at first.</param>
internal sealed class SharedCores(Func<int, Objective> create, int cores, int workers)
{
    private readonly ConcurrentDictionary<int, Lazy<Objective>> _objectives = new();
    private volatile int _workers = workers;

    /// <summary>How many workers there are now.</summary>
    public int Workers
    {
        set => _workers = value;
    }

    /// <summary>The objective for the number of workers that there is now.</summary>
    public Objective Objective => _objectives.GetOrAdd(Math.Max(1, cores / _workers), threads => new Lazy<Objective>(() => create(threads))).Value;
}
