using Hpo.Engine.Searchers;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>Random search, as people choose it.</summary>
internal static class RandomSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "random",
        "Random search",
        "Tries the initial configuration first, then draws every configuration independently from the space. "
        + "A strong baseline that is hard to beat with few trials.",
        (study, _) => new RandomSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Code = ComponentCode.Of<RandomSearcher>("space, initial, seed"),
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
    };
}
