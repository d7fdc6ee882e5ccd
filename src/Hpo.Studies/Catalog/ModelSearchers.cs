using Hpo.Engine.Searchers.Bohb;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog;

/// <summary>The searchers that make a model of the errors.</summary>
internal static class ModelSearchers
{
    private static readonly ComponentParameter StartupTrials = new(
        "startupTrials",
        "Start-up trials",
        "So many trials report before there is a model; until then configurations are drawn at random.",
        new RandInt(1, 1001),
        null);

    public static SearcherEntry Tpe => new(
        "tpe",
        "TPE",
        "Models where good trials lie and where the others do, and tries what is likely among the good and unlikely among the rest. "
        + "Takes every kind of hyperparameter and stays fast for thousands of trials.",
        (study, set) => new TpeSearcher(
            study.Space,
            study.InitialConfigurations,
            study.Seed,
            new()
            {
                StartupTrials = set.Integer("startupTrials"),
                Candidates = set.Integer("candidates"),
                Multivariate = set.Boolean("multivariate"),
            }))
    {
        Code = ComponentCode.Of<TpeSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Bergstra et al.", 2011, "Algorithms for hyper-parameter optimization"),
        Parameters =
        [
            StartupTrials with { Default = new TpeOptions().StartupTrials },
            new(
                "candidates",
                "Candidates",
                "So many configurations are drawn from the model of the good trials, and the most promising is tried.",
                new RandInt(1, 10_001),
                new TpeOptions().Candidates),
            new(
                "multivariate",
                "Multivariate",
                "Whether hyperparameters are modelled together, so that what goes with what is learned too.",
                new Choice(true, false),
                new TpeOptions().Multivariate),
        ],
    };

    public static SearcherEntry GaussianProcess => new(
        "gp",
        "Gaussian process",
        "Fits a smooth random function through all errors and tries the configuration from which it expects the largest improvement. "
        + "The most economical with trials; it takes a moment to think, and longer the more it knows.",
        (study, set) => new GpSearcher(study.Space, study.InitialConfigurations, study.Seed, new() { StartupTrials = set.Integer("startupTrials") }))
    {
        Code = ComponentCode.Of<GpSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Snoek, Larochelle and Adams", 2012, "Practical Bayesian optimization of machine learning algorithms"),
        Parameters = [StartupTrials with { Default = new GpOptions().StartupTrials }],
    };

    public static SearcherEntry CmaEs => new(
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

    public static SearcherEntry Bohb => new(
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
