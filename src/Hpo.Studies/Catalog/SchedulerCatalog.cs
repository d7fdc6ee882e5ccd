using Hpo.Engine.Schedulers;
using static Hpo.Studies.Catalog.PlanWords;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's schedulers, as people choose them.</summary>
internal static class SchedulerCatalog
{
    /// <summary>All of them, the default first.</summary>
    public static CatalogSection<SchedulerEntry> Create() => new([Fifo]);

    private static SchedulerEntry Fifo { get; } = new(
        "fifo",
        "First in, first out",
        "Starts a new trial whenever a worker is free and runs every trial to its last epoch. Nothing is ever stopped, so it shows what the others save.",
        (_, searcher, _) => new BasicScheduler(searcher))
    {
        Paper = new("Zhang et al.", 2023, "Dive into Deep Learning"),
        Plan = (study, _, _) => $"Every trial runs all of its {Count(study.MaxEpochs, "epoch")}.",
    };
}
