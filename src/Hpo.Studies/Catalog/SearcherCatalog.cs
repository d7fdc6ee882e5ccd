using Hpo.Studies.Catalog.Searchers;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's searchers, as people choose them; each stands in a file of its own in Searchers.</summary>
internal static class SearcherCatalog
{
    /// <summary>All of them, the default first, then from the simple to the elaborate.</summary>
    public static IReadOnlyList<SearcherEntry> All =>
    [
        RandomSearch.Entry,
        LocalSearch.Entry,
        GridSearch.Entry,
        SobolSequence.Entry,
        RegularizedEvolution.Entry,
        TpeSearch.Entry,
        GaussianProcessSearch.Entry,
        CmaEsSearch.Entry,
        BohbSearch.Entry,
    ];
}
