using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>The Gaussian process, as people choose it.</summary>
internal static class GaussianProcessSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "gp",
        "Gaussian process",
        "Fits a smooth random function through all errors and tries the configuration from which it expects the largest improvement. "
        + "The most economical with trials; it takes a moment to think, and longer the more it knows.",
        (study, set) => new GpSearcher(study.Space, study.InitialConfigurations, study.Seed, new() { StartupTrials = set.Integer("startupTrials") }))
    {
        Code = ComponentCode.Of<GpSearcher>("space, initial, seed"),
        Learns = true,
        Paper = new("Snoek, Larochelle and Adams", 2012, "Practical Bayesian optimization of machine learning algorithms"),
        Parameters = [ModelParameters.StartupTrials(new GpOptions().StartupTrials)],
    };
}
