using Hpo.Studies.Catalog.Schedulers;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's schedulers, as people choose them; each stands in a file of its own in Schedulers.</summary>
internal static class SchedulerCatalog
{
    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<SchedulerEntry> All =>
    [
        FirstInFirstOut.Entry,
        MedianStopping.Entry,
        SuccessiveHalving.Entry,
        Hyperband.Entry,
        AshaStopping.Entry,
        AshaPromotion.Entry,
        PopulationBasedTraining.Entry,
    ];
}
