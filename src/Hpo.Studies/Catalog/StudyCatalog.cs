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
    public CatalogSection<SearcherEntry> Searchers { get; } = SearcherCatalog.Create();

    /// <summary>What can give trials to workers.</summary>
    public CatalogSection<SchedulerEntry> Schedulers { get; } = SchedulerCatalog.Create();
}
