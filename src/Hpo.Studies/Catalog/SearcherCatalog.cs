using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's searchers, as people choose them.</summary>
internal static class SearcherCatalog
{
    /// <summary>All of them, the default first, then from the simple to the elaborate.</summary>
    public static CatalogSection<SearcherEntry> Create() => new([Random, CmaEs]);

    private static SearcherEntry Random => new(
        "random",
        "Random search",
        "Tries the initial configuration first, then draws every configuration independently from the space. A strong baseline that is hard to beat with few trials.",
        (study, _) => new RandomSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
    };

    private static SearcherEntry CmaEs => new(
        "cma-es",
        "CMA-ES",
        "Samples around a centre, moves it towards the better half of each generation and learns which way the valley runs. Strong on continuous spaces with a few hundred trials.",
        (study, set) => new CmaEsSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { InitialStep = set.Real("initialStep"), PopulationSize = set.OptionalInteger("populationSize") }))
    {
        Learns = true,
        WantsFinalErrors = true,
        Paper = new("Hansen", 2016, "The CMA evolution strategy: a tutorial"),
        Parameters =
        [
            new("initialStep", "First step", "How widely the first samples spread, as a share of each range.", new Uniform(0.001, 1), new CmaEsOptions().InitialStep),
            new("populationSize", "Population", "How many trials make a generation; automatic is 4 + ⌊3 ln d⌋ for d hyperparameters.", new RandInt(4, 10_001), null),
        ],
    };
}
