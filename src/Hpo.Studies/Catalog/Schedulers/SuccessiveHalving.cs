using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>Successive halving, as people choose it.</summary>
internal static class SuccessiveHalving
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "successive-halving",
        "Successive halving",
        "Starts a round of trials, waits at each rung until the round is complete there, and lets the best go on; "
        + "a free worker takes the next round. Compares fairly, at the price of some waiting.",
        (study, searcher, set) => new SuccessiveHalvingScheduler(
            searcher,
            study.MaxEpochs,
            new() { MinEpochs = set.Integer("minEpochs"), ReductionFactor = set.Integer("reductionFactor"), Prefactor = set.Integer("prefactor") }))
    {
        Code = ComponentCode.Of<SuccessiveHalvingScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = new("Jamieson and Talwalkar", 2016, "Non-stochastic best arm identification and hyperparameter optimization"),
        Parameters =
        [
            MinEpochs(new SuccessiveHalvingOptions().MinEpochs),
            ReductionFactor(new SuccessiveHalvingOptions().ReductionFactor),
            new(
                "prefactor",
                "Finalists",
                "So many trials of each round reach the last rung.",
                new RandInt(1, 101),
                new SuccessiveHalvingOptions().Prefactor),
        ],
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; of each round the best {Share(set.Integer("reductionFactor"))} goes on from a rung.",
    };
}
