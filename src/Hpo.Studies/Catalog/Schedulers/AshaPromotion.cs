using Hpo.Engine.Schedulers;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>ASHA, its promotion variant, as people choose it.</summary>
internal static class AshaPromotion
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "asha-promotion",
        "ASHA (promotion)",
        "Pauses every trial at each rung; a free worker resumes the best of those that have earned it, "
        + "or starts a new trial if there is none. Few trials get far by luck, and nothing is computed twice.",
        (study, searcher, set) => new AshaPromotionScheduler(searcher, study.MaxEpochs, AshaParameters.Of(set)))
    {
        Code = ComponentCode.Of<AshaPromotionScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = AshaParameters.Paper,
        Parameters = AshaParameters.All,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; "
            + $"every trial pauses at a rung, and of those that have reached it the best {Share(set.Integer("reductionFactor"))} is resumed.",
    };
}
