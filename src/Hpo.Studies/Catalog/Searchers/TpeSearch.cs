using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>TPE, as people choose it.</summary>
internal static class TpeSearch
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
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
            ModelParameters.StartupTrials(new TpeOptions().StartupTrials),
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
}
