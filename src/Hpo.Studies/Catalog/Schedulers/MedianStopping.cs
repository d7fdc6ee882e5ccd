using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>Median stopping, as people choose it.</summary>
internal static class MedianStopping
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "median-stopping",
        "Median stopping",
        "Stops a trial whose average error so far is worse than the median of the others at the same epoch. "
        + "Cautious: half of the trials go on, and slow starters are judged by their whole curve.",
        (study, searcher, set) => new MedianStoppingScheduler(
            searcher, study.MaxEpochs, new() { GraceEpochs = set.Integer("graceEpochs"), MinTrials = set.Integer("minTrials") }))
    {
        Code = ComponentCode.Of<MedianStoppingScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = new("Golovin et al.", 2017, "Google Vizier: A service for black-box optimization"),
        Parameters =
        [
            new(
                "graceEpochs",
                "Grace epochs",
                "So many epochs every trial may run whatever its error.",
                Epochs,
                new MedianStoppingOptions().GraceEpochs),
            new(
                "minTrials",
                "Trials to compare",
                "So many other trials must have come as far before one is stopped.",
                new RandInt(1, 1001),
                new MedianStoppingOptions().MinTrials),
        ],
        CheckTogether = (study, set) => BelowMaxEpochs(study, set, "graceEpochs", "With these grace epochs nothing is ever stopped"),
        Plan = (study, _, set) =>
            $"After more than {Count(set.Integer("graceEpochs"), "epoch")}, a trial stops whose average error is worse than the median of the others; "
            + $"at least {Show(set.Integer("minTrials"))} of them must have come as far.",
    };
}
