using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>Grid search, as people choose it.</summary>
internal static class GridSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "grid",
        "Grid search",
        "Cuts every range into a few values and tries all their combinations. "
        + "Easy to explain, and wasteful as soon as some hyperparameter does not matter.",
        (study, set) => new GridSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { Resolution = set.Integer("resolution"), Shuffled = set.Boolean("shuffled") }))
    {
        Code = ComponentCode.Of<GridSearcher>("space, initial, seed"),
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
        Parameters =
        [
            new(
                "resolution",
                "Values a range",
                "How many values of each range are tried; all of them where there are no more.",
                new RandInt(1, 1001),
                new GridOptions().Resolution),
            new(
                "shuffled",
                "Shuffled",
                "A random order spreads a search that ends early over the whole grid.",
                new Choice(true, false),
                new GridOptions().Shuffled),
        ],
    };
}
