using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>CMA-ES, as people choose it.</summary>
internal static class CmaEsSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "cma-es",
        "CMA-ES",
        "Samples around a centre, moves it towards the better half of each generation and learns which way the valley runs. "
        + "Strong on continuous spaces with a few hundred trials.",
        (study, set) => new CmaEsSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { InitialStep = set.Real("initialStep"), PopulationSize = set.OptionalInteger("populationSize") }))
    {
        Code = ComponentCode.Of<CmaEsSearcher>("space, initial, seed"),
        Learns = true,
        WantsFinalErrors = true,
        Paper = new("Hansen", 2016, "The CMA evolution strategy: a tutorial"),
        Parameters =
        [
            new(
                "initialStep",
                "First step",
                "How widely the first samples spread, as a share of each range.",
                new Uniform(0.001, 1),
                new CmaEsOptions().InitialStep),
            new(
                "populationSize",
                "Population",
                "How many trials make a generation; automatic is 4 + ⌊3 ln d⌋ for d hyperparameters.",
                new RandInt(4, 10_001),
                null),
        ],
    };
}
