using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's searchers, as people choose them.</summary>
internal static class SearcherCatalog
{
    private static readonly ComponentParameter StartupTrials = new(
        "startupTrials", "Start-up trials", "So many trials report before there is a model; until then configurations are drawn at random.", new RandInt(1, 1001), 10);

    /// <summary>All of them, the default first, then from the simple to the elaborate.</summary>
    public static CatalogSection<SearcherEntry> Create() => new([Random, Local, Grid, Sobol, Evolution, GaussianProcess, CmaEs]);

    private static SearcherEntry Random => new(
        "random",
        "Random search",
        "Tries the initial configuration first, then draws every configuration independently from the space. A strong baseline that is hard to beat with few trials.",
        (study, _) => new RandomSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
    };

    private static SearcherEntry Local => new(
        "local",
        "Local search",
        "Half of the time it takes the best configuration so far and draws one of its hyperparameters anew; otherwise it searches at random. Simple, and quick to profit from a good start.",
        (study, set) => new LocalSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { ProbabilityLocal = set.Real("probabilityLocal"), RandomInitial = set.Integer("randomInitial") }))
    {
        Learns = true,
        Paper = new("Zhang, Lipton, Li and Smola", 2023, "Dive into Deep Learning, Hyperparameter Optimization API, exercise 2"),
        Parameters =
        [
            new("probabilityLocal", "Local share", "The probability of a step from the best configuration, instead of a random draw.", new Uniform(0, 1), new LocalOptions().ProbabilityLocal),
            new("randomInitial", "Random first", "So many trials are drawn at random first.", new RandInt(0, 1001), new LocalOptions().RandomInitial),
        ],
    };

    private static SearcherEntry Grid => new(
        "grid",
        "Grid search",
        "Cuts every range into a few values and tries all their combinations. Easy to explain, and wasteful as soon as some hyperparameter does not matter.",
        (study, set) => new GridSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { Resolution = set.Integer("resolution"), Shuffled = set.Boolean("shuffled") }))
    {
        Paper = new("Bergstra and Bengio", 2012, "Random search for hyper-parameter optimization"),
        Parameters =
        [
            new("resolution", "Values a range", "How many values of each range are tried; all of them where there are no more.", new RandInt(1, 1001), new GridOptions().Resolution),
            new("shuffled", "Shuffled", "A random order spreads a search that ends early over the whole grid.", new Choice(true, false), new GridOptions().Shuffled),
        ],
    };

    private static SearcherEntry Sobol => new(
        "sobol",
        "Sobol sequence",
        "Fills the space evenly with a scrambled sequence of points that keep their distance. Like random search it does not learn, but it leaves no gaps.",
        (study, _) => new SobolSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Paper = new("Joe and Kuo", 2008, "Constructing Sobol sequences with better two-dimensional projections"),
    };

    private static SearcherEntry Evolution => new(
        "evolution",
        "Regularised evolution",
        "Keeps a population of the youngest trials, picks the best of a few of them and changes one hyperparameter. Robust and cheap, and at its best with hundreds of trials.",
        (study, set) => new EvolutionSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new() { PopulationSize = set.Integer("populationSize"), SampleSize = set.Integer("sampleSize") }))
    {
        Learns = true,
        Paper = new("Real et al.", 2019, "Regularized evolution for image classifier architecture search"),
        Parameters =
        [
            new("populationSize", "Population", "How many of the youngest trials are alive; as many are drawn at random first.", new RandInt(1, 10_001), new EvolutionOptions().PopulationSize),
            new("sampleSize", "Sample", "How many of them compete to be the parent of the next trial.", new RandInt(1, 10_001), new EvolutionOptions().SampleSize),
        ],
        CheckTogether = (_, set) => set.Integer("sampleSize") > set.Integer("populationSize")
            ? [new Problem("sampleSize", $"A sample of {set.Integer("sampleSize")} cannot come from a population of {set.Integer("populationSize")}.")]
            : [],
    };

    private static SearcherEntry GaussianProcess => new(
        "gp",
        "Gaussian process",
        "Fits a smooth random function through all errors and tries the configuration from which it expects the largest improvement. The most economical with trials; it takes a moment to think, and longer the more it knows.",
        (study, set) => new GpSearcher(study.Space, study.InitialConfigurations, study.Seed, new() { StartupTrials = set.Integer("startupTrials") }))
    {
        Learns = true,
        Paper = new("Snoek, Larochelle and Adams", 2012, "Practical Bayesian optimization of machine learning algorithms"),
        Parameters = [StartupTrials with { Default = new GpOptions().StartupTrials }],
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
