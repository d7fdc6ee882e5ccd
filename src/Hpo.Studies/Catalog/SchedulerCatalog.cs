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
    public static IReadOnlyList<SchedulerEntry> All => [Fifo, MedianStopping, SuccessiveHalving, Hyperband, AshaStopping, AshaPromotion, PopulationBased];

    private static SchedulerEntry Fifo => new(
        "fifo",
        "First in, first out",
        "Starts a new trial whenever a worker is free and runs every trial to its last epoch. "
        + "Nothing is ever stopped: it shows what the others save.",
        (_, searcher, _) => new BasicScheduler(searcher))
    {
        Code = ComponentCode.Of<BasicScheduler>("searcher"),
        Paper = new("Zhang, Lipton, Li and Smola", 2023, "Dive into Deep Learning, Hyperparameter Optimization API"),
        Plan = (study, _, _) => $"Every trial runs {(study.MaxEpochs == 1 ? "its one epoch" : $"all of its {Count(study.MaxEpochs, "epoch")}")}.",
    };

    private static SchedulerEntry MedianStopping => new(
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

    private static SchedulerEntry SuccessiveHalving => new(
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

    private static SchedulerEntry Hyperband => new(
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

    private static SchedulerEntry AshaStopping => new(
        "asha-stopping",
        "ASHA (stopping)",
        "Decides at each rung at once, by comparison with the trials that have been there: "
        + "the best go on, the others stop. No worker ever waits, and no checkpoint is needed.",
        (study, searcher, set) => new AshaStoppingScheduler(searcher, study.MaxEpochs, Asha(set)))
    {
        Code = ComponentCode.Of<AshaStoppingScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = AshaPaper,
        Parameters = AshaParameters,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; "
            + $"a trial goes on from a rung when it is among the best {Share(set.Integer("reductionFactor"))} of those that have reached it, else it stops.",
    };

    private static SchedulerEntry AshaPromotion => new(
        "asha-promotion",
        "ASHA (promotion)",
        "Pauses every trial at each rung; a free worker resumes the best of those that have earned it, "
        + "or starts a new trial if there is none. Few trials get far by luck, and nothing is computed twice.",
        (study, searcher, set) => new AshaPromotionScheduler(searcher, study.MaxEpochs, Asha(set)))
    {
        Code = ComponentCode.Of<AshaPromotionScheduler>("searcher, maxEpochs"),
        EndsTrialsEarly = true,
        Paper = AshaPaper,
        Parameters = AshaParameters,
        CheckTogether = FirstRungBelowMaxEpochs,
        Plan = (_, brackets, set) =>
            $"{Capital(Rungs(brackets[0]))}; "
            + $"every trial pauses at a rung, and of those that have reached it the best {Share(set.Integer("reductionFactor"))} is resumed.",
    };

    /// <summary>The key of population-based training.</summary>
    internal const string PopulationBasedType = "pbt";

    private static SchedulerEntry PopulationBased => new(
        PopulationBasedType,
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

    private static readonly Paper AshaPaper = new("Li et al.", 2020, "A system for massively parallel hyperparameter tuning");

    private static readonly RandInt Epochs = new(1, StudyDefinitionRules.MaxEpochs + 1);

    private static ImmutableArray<ComponentParameter> AshaParameters =>
        [MinEpochs(new AshaOptions().MinEpochs), ReductionFactor(new AshaOptions().ReductionFactor)];

    private static AshaOptions Asha(ComponentSettings set) =>
        new() { MinEpochs = set.Integer("minEpochs"), ReductionFactor = set.Integer("reductionFactor") };

    private static ComponentParameter MinEpochs(int usual) =>
        new("minEpochs", "First rung", "So many epochs every trial gets before it is compared with others.", Epochs, usual);

    private static ComponentParameter ReductionFactor(int usual) =>
        new(
            "reductionFactor",
            "Reduction factor",
            "One trial in so many goes on from a rung, and the next rung is so many times as far.",
            new RandInt(2, 101),
            usual);

    private static IEnumerable<Problem> FirstRungBelowMaxEpochs(StudyDefinition study, ComponentSettings set) =>
        BelowMaxEpochs(study, set, "minEpochs", "With this first rung trials are never compared");

    /// <summary>A single epoch is a matter between the scheduler and the objective, unless even that is too few for the parameter.</summary>
    private static IEnumerable<Problem> BelowMaxEpochs(StudyDefinition study, ComponentSettings set, string name, string otherwise)
    {
        if (set.Integer(name) >= Math.Max(study.MaxEpochs, 2))
            yield return new Problem(name, $"{otherwise}: a trial has {Count(study.MaxEpochs, "epoch")}.");
    }
}
