using Hpo.Engine.Schedulers;
using static Hpo.Studies.Catalog.PlanWords;
using static Hpo.Studies.Catalog.Schedulers.EpochParameters;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>Hyperband, as people choose it.</summary>
internal static class Hyperband
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "hyperband",
        "Hyperband",
        "Runs successive halving several times over, from many trials with few epochs to few trials with all of them. "
        + "So it does not matter much how early errors can be trusted.",
        (study, searcher, set) => new HyperbandScheduler(
            searcher, study.MaxEpochs, new() { MinEpochs = set.Integer("minEpochs"), ReductionFactor = set.Integer("reductionFactor") }))
    {
        Code = ComponentCode.Of<HyperbandScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = new("Li et al.", 2018, "Hyperband: A novel bandit-based approach to hyperparameter optimization"),
        Parameters =
        [
            MinEpochs(new HyperbandOptions().MinEpochs) with { Help = "No bracket begins with fewer epochs than these." },
            ReductionFactor(new HyperbandOptions().ReductionFactor),
        ],
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (study, brackets, set) => brackets.Count == 1
            ? $"With this first rung there is one bracket, in which every trial runs all of its {Count(study.MaxEpochs, "epoch")}."
            : $"{Count(brackets.Count, "bracket")} in turn, the first with {Rungs(brackets[0])}, each later one beginning a rung higher; "
              + $"of each the best {Share(set.Integer("reductionFactor"))} goes on from a rung.",
    };
}
