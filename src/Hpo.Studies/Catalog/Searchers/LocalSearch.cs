using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>Local search, as people choose it.</summary>
internal static class LocalSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "local",
        "Local search",
        "Half of the time it takes the best configuration so far and draws one of its hyperparameters anew; "
        + "otherwise it searches at random. Simple, and quick to profit from a good start.",
        (study, set) => new LocalSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { ProbabilityLocal = set.Real("probabilityLocal"), RandomInitial = set.Integer("randomInitial") }))
    {
        Code = ComponentCode.Of<LocalSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Zhang, Lipton, Li and Smola", 2023, "Dive into Deep Learning, Hyperparameter Optimization API, exercise 2"),
        Parameters =
        [
            new(
                "probabilityLocal",
                "Local share",
                "The probability of a step from the best configuration, instead of a random draw.",
                new Uniform(0, 1),
                new LocalOptions().ProbabilityLocal),
            new("randomInitial", "Random first", "So many trials are drawn at random first.", new RandInt(0, 1001), new LocalOptions().RandomInitial),
        ],
    };
}
