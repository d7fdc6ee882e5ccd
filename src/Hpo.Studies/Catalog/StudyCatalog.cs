namespace Hpo.Studies.Catalog;

/// <summary>All components that studies can be made of.</summary>
public sealed class StudyCatalog
{
    /// <summary>A catalog with the given objectives, the engine's searchers and schedulers, and others after them.</summary>
    /// <param name="objectives">What can be minimised, the default first.</param>
    /// <param name="searchers">Further searchers; null for none.</param>
    /// <param name="schedulers">Further schedulers; null for none.</param>
    /// <exception cref="ArgumentException">There is no objective, or two entries of a section have the same type.</exception>
    public StudyCatalog(
        IEnumerable<ObjectiveEntry> objectives, IEnumerable<SearcherEntry>? searchers = null, IEnumerable<SchedulerEntry>? schedulers = null)
    {
        Objectives = new(objectives);
        Searchers = new([.. SearcherCatalog.All, .. searchers ?? []]);
        Schedulers = new([.. SchedulerCatalog.All, .. schedulers ?? []]);
    }

    /// <summary>What can be minimised.</summary>
    public CatalogSection<ObjectiveEntry> Objectives { get; }

    /// <summary>What can suggest configurations.</summary>
    public CatalogSection<SearcherEntry> Searchers { get; }

    /// <summary>What can give trials to workers.</summary>
    public CatalogSection<SchedulerEntry> Schedulers { get; }
}
