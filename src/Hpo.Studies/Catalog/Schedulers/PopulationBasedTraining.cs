using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>Population-based training, as people choose it.</summary>
internal static class PopulationBasedTraining
{
    /// <summary>The key by which definitions name it.</summary>
    public const string Type = "pbt";

    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        Type,
        "Population-based training",
        "Trains a population side by side; at each interval the worst end, and new trials go on from copies of the best with their hyperparameters changed a little. "
        + "It finds a schedule of hyperparameters rather than one value.",
        (study, searcher, set) => new PopulationBasedScheduler(
            searcher,
            study.MaxEpochs,
            new()
            {
                PopulationSize = set.Integer("populationSize"),
                Interval = set.Integer("interval"),
                Fraction = set.Real("fraction"),
                ResampleProbability = set.Real("resampleProbability"),
            }))
    {
        Code = ComponentCode.Of<PopulationBasedScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        ExploresByItself = true,
        Paper = new("Jaderberg et al.", 2017, "Population based training of neural networks"),
        Parameters =
        [
            new(
                "populationSize",
                "Population",
                "How many trials are trained side by side.",
                new RandInt(2, 1001),
                new PopulationBasedOptions().PopulationSize),
            new("interval", "Interval", "So many epochs lie between two comparisons.", Epochs, new PopulationBasedOptions().Interval),
            new(
                "fraction",
                "Replaced share",
                "So large a share, the worst, ends at each comparison; new trials take their places.",
                new Uniform(0.01, 0.5),
                new PopulationBasedOptions().Fraction),
            new(
                "resampleProbability",
                "Redrawn share",
                "The probability that a hyperparameter is drawn anew instead of moved up or down a fifth.",
                new Uniform(0, 1),
                new PopulationBasedOptions().ResampleProbability),
        ],
        CheckTogether = (study, set) => BelowMaxEpochs(study, set, "interval", "With this interval trials are never compared"),
        Plan = (_, _, set) =>
            $"{Count(set.Integer("populationSize"), "trial")} make a population; "
            + $"{Every(set.Integer("interval"))} the worst {Percent(set.Real("fraction"))} of them end, and as many new trials go on from the best.",
    };
}
