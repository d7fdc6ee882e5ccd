using Hpo.Engine.Schedulers;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>ASHA, its stopping variant, as people choose it.</summary>
internal static class AshaStopping
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "asha-stopping",
        "ASHA (stopping)",
        "Decides at each rung at once, by comparison with the trials that have been there: "
        + "the best go on, the others stop. No worker ever waits, and no checkpoint is needed.",
        (study, searcher, set) => new AshaStoppingScheduler(searcher, study.MaxEpochs, AshaParameters.Of(set)))
    {
        Code = ComponentCode.Of<AshaStoppingScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = AshaParameters.Paper,
        Parameters = AshaParameters.All,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; "
            + $"a trial goes on from a rung when it is among the best {Share(set.Integer("reductionFactor"))} of those that have reached it, else it stops.",
    };
}
