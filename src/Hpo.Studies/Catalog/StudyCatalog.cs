using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;

namespace Hpo.Studies.Catalog;

/// <summary>All components that studies can be made of.</summary>
public sealed class StudyCatalog
{
    /// <summary>A catalog with the given objectives and the engine's searchers and schedulers.</summary>
    public StudyCatalog(IEnumerable<ObjectiveEntry> objectives)
    {
        Objectives = new(objectives);
    }

    /// <summary>What can be minimised.</summary>
    public CatalogSection<ObjectiveEntry> Objectives { get; }

    /// <summary>What can suggest configurations.</summary>
    public CatalogSection<SearcherEntry> Searchers { get; } = new(
    [
        new SearcherEntry(
            "random",
            "Random search",
            "Tries the initial configuration first, then draws every configuration independently from the space. A strong baseline that is hard to beat with few trials.",
            definition => new RandomSearcher(definition.Space, definition.InitialConfigurations, definition.Seed)),
    ]);

    /// <summary>What can give trials to workers.</summary>
    public CatalogSection<SchedulerEntry> Schedulers { get; } = new(
    [
        new SchedulerEntry(
            "fifo",
            "First in, first out",
            "Starts a new trial whenever a worker is free and runs every trial to its last epoch.",
            (_, searcher) => new BasicScheduler(searcher)),
    ]);
}
