using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog;

/// <summary>The searchers that make no model of the errors.</summary>
internal static class PlainSearchers
{
    public static SearcherEntry Random => new(
        "random",
        "Random search",
        "Tries the initial configuration first, then draws every configuration independently from the space. "
        + "A strong baseline that is hard to beat with few trials.",
        (study, _) => new RandomSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Code = ComponentCode.Of<RandomSearcher>("space, initial, seed"),
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
    };

    public static SearcherEntry Local => new(
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

    public static SearcherEntry Grid => new(
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

    public static SearcherEntry Sobol => new(
        "sobol",
        "Sobol sequence",
        "Fills the space evenly with a scrambled sequence of points that keep their distance. "
        + "Like random search it does not learn, but it leaves no gaps.",
        (study, _) => new SobolSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Code = ComponentCode.Of<SobolSearcher>("space, initial, seed"),
        Paper = new("Joe and Kuo", 2008, "Constructing Sobol sequences with better two-dimensional projections"),
    };

    public static SearcherEntry Evolution => new(
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
