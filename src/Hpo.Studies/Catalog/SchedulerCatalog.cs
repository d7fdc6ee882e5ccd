using System.Collections.Immutable;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using static Hpo.Studies.Catalog.PlanWords;

namespace Hpo.Studies.Catalog;

/// <summary>The engine's schedulers, as people choose them.</summary>
internal static class SchedulerCatalog
{
    /// <summary>All of them, the default first.</summary>
    public static CatalogSection<SchedulerEntry> Create() => new([Fifo, AshaStopping, AshaPromotion]);

    private static SchedulerEntry Fifo => new(
        "fifo",
        "First in, first out",
        "Starts a new trial whenever a worker is free and runs every trial to its last epoch. Nothing is ever stopped: it shows what the others save.",
        (_, searcher, _) => new BasicScheduler(searcher))
    {
        Paper = new("Zhang, Lipton, Li and Smola", 2023, "Dive into Deep Learning, Hyperparameter Optimization API"),
        Plan = (study, _, _) => $"Every trial runs {(study.MaxEpochs == 1 ? "its one epoch" : $"all of its {Count(study.MaxEpochs, "epoch")}")}.",
    };

    private static SchedulerEntry AshaStopping => new(
        "asha-stopping",
        "ASHA, stopping",
        "Decides at each rung at once, by comparison with the trials that have been there: the best go on, the others stop. No worker ever waits, and no checkpoint is needed.",
        (study, searcher, set) => new AshaStoppingScheduler(searcher, study.MaxEpochs, Asha(set)))
    {
        EndsTrialsEarly = true,
        Paper = AshaPaper,
        Parameters = AshaParameters,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; a trial goes on from a rung when it is among the best {Share(set.Integer("reductionFactor"))} of those that have reached it, else it stops.",
    };

    private static SchedulerEntry AshaPromotion => new(
        "asha-promotion",
        "ASHA, promotion",
        "Pauses every trial at each rung; a free worker resumes the best of those that have earned it, or starts a new trial if there is none. Few trials get far by luck, and nothing is computed twice.",
        (study, searcher, set) => new AshaPromotionScheduler(searcher, study.MaxEpochs, Asha(set)))
    {
        EndsTrialsEarly = true,
        Paper = AshaPaper,
        Parameters = AshaParameters,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; every trial pauses at a rung, and of those that have reached it the best {Share(set.Integer("reductionFactor"))} is resumed.",
    };

    private static readonly Paper AshaPaper = new("Li et al.", 2020, "A system for massively parallel hyperparameter tuning");

    private static readonly RandInt Epochs = new(1, StudyDefinitionRules.MaxEpochs + 1);

    private static ImmutableArray<ComponentParameter> AshaParameters => [MinEpochs(new AshaOptions().MinEpochs), ReductionFactor(new AshaOptions().ReductionFactor)];

    private static AshaOptions Asha(ComponentSettings set) => new() { MinEpochs = set.Integer("minEpochs"), ReductionFactor = set.Integer("reductionFactor") };

    private static ComponentParameter MinEpochs(int usual) =>
        new("minEpochs", "First rung", "So many epochs every trial gets before it is compared with others.", Epochs, usual);

    private static ComponentParameter ReductionFactor(int usual) =>
        new("reductionFactor", "Reduction factor", "One trial in so many goes on from a rung, and the next rung is so many times as far.", new RandInt(2, 101), usual);

    private static IEnumerable<Problem> FirstRungBelowMaxEpochs(StudyDefinition study, ComponentSettings set) =>
        BelowMaxEpochs(study, set, "minEpochs", "With this first rung trials are never compared");

    /// <summary>A single epoch is a matter between the scheduler and the objective, unless even that is too few for the parameter.</summary>
    private static IEnumerable<Problem> BelowMaxEpochs(StudyDefinition study, ComponentSettings set, string name, string otherwise)
    {
        if (set.Integer(name) >= Math.Max(study.MaxEpochs, 2))
            yield return new Problem(name, $"{otherwise}: a trial has {Count(study.MaxEpochs, "epoch")}.");
    }
}
