using Hpo.Engine.Searchers;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's searchers, as people choose them.</summary>
internal static class SearcherCatalog
{
    /// <summary>All of them, the default first, then from the simplest to the most elaborate.</summary>
    public static CatalogSection<SearcherEntry> Create() => new([Random]);

    private static SearcherEntry Random { get; } = new(
        "random",
        "Random search",
        "Tries the initial configuration first, then draws every configuration independently from the space. A strong baseline that is hard to beat with few trials.",
        (study, _) => new RandomSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
    };
}
