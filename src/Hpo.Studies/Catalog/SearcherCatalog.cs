namespace Hpo.Studies.Catalog;

/// <summary>The engine's searchers, as people choose them.</summary>
internal static class SearcherCatalog
{
    /// <summary>All of them, the default first, then from the simple to the elaborate.</summary>
    public static IReadOnlyList<SearcherEntry> All =>
    [
        PlainSearchers.Random,
        PlainSearchers.Local,
        PlainSearchers.Grid,
        PlainSearchers.Sobol,
        PlainSearchers.Evolution,
        ModelSearchers.Tpe,
        ModelSearchers.GaussianProcess,
        ModelSearchers.CmaEs,
        ModelSearchers.Bohb,
    ];
}
