using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>Regularised evolution, as people choose it.</summary>
internal static class RegularizedEvolution
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "evolution",
        "Regularised evolution",
        "Keeps a population of the youngest trials, picks the best of a few of them and changes one hyperparameter. "
        + "Robust and cheap, and at its best with hundreds of trials.",
        (study, set) => new EvolutionSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { PopulationSize = set.Integer("populationSize"), SampleSize = set.Integer("sampleSize") }))
    {
        Code = ComponentCode.Of<EvolutionSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Real et al.", 2019, "Regularized evolution for image classifier architecture search"),
        Parameters =
        [
            new(
                "populationSize",
                "Population",
                "How many of the youngest trials are alive; as many are drawn at random first.",
                new RandInt(1, 10_001),
                new EvolutionOptions().PopulationSize),
            new(
                "sampleSize",
                "Sample",
                "How many of them compete to be the parent of the next trial.",
                new RandInt(1, 10_001),
                new EvolutionOptions().SampleSize),
        ],
        CheckTogether = (_, set) => set.Integer("sampleSize") > set.Integer("populationSize")
            ? [new("sampleSize", $"A sample of {set.Integer("sampleSize")} cannot come from a population of {set.Integer("populationSize")}.")]
            : [],
    };
}
