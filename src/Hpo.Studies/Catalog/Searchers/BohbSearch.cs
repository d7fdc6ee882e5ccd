using Hpo.Engine.Searchers.Bohb;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>BOHB’s density model, as people choose it.</summary>
internal static class BohbSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "bohb",
        "BOHB density model",
        "Models good and other trials by smooth densities at the highest rung where enough have reported, "
        + "and draws every third configuration at random. Made for Hyperband: the two together are BOHB.",
        (study, set) => new BohbSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new()
            {
                RandomFraction = set.Real("randomFraction"),
                Candidates = set.Integer("candidates"),
                TopFraction = set.Real("topFraction"),
                BandwidthFactor = set.Real("bandwidthFactor"),
            }))
    {
        Code = ComponentCode.Of<BohbSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Falkner, Klein and Hutter", 2018, "BOHB: Robust and efficient hyperparameter optimization at scale"),
        Parameters =
        [
            new(
                "randomFraction",
                "Random share",
                "The share of configurations that are drawn at random for good measure.",
                new Uniform(0, 1),
                new BohbOptions().RandomFraction),
            new(
                "candidates",
                "Candidates",
                "So many configurations are drawn from the model of the good trials, and the most promising is tried.",
                new RandInt(1, 10_001),
                new BohbOptions().Candidates),
            new("topFraction", "Good share", "The share of trials that count as good.", new Uniform(0.01, 0.99), new BohbOptions().TopFraction),
            new(
                "bandwidthFactor",
                "Spread",
                "How much more widely than the model candidates are drawn, so that they also lie beside what is known.",
                new Uniform(1, 10),
                new BohbOptions().BandwidthFactor),
        ],
    };
}
