using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>Parameters of several schedulers that count epochs, and what is checked about them.</summary>
internal static class EpochParameters
{
    /// <summary>The numbers of epochs that can be asked for.</summary>
    public static RandInt Epochs { get; } = new(1, StudyDefinitionRules.MaxEpochs + 1);

    /// <summary>The first rung.</summary>
    public static ComponentParameter MinEpochs(int usual) =>
        new("minEpochs", "First rung", "So many epochs every trial gets before it is compared with others.", Epochs, usual);

    /// <summary>How much a ladder narrows from rung to rung.</summary>
    public static ComponentParameter ReductionFactor(int usual) =>
        new(
            "reductionFactor",
            "Reduction factor",
            "One trial in so many goes on from a rung, and the next rung is so many times as far.",
            new RandInt(2, 101),
            usual);

    /// <summary>Whether there is something to compare between the first rung and the last epoch.</summary>
    public static IEnumerable<Problem> FirstRungBelowMaxEpochs(StudyDefinition study, ComponentSettings set) =>
        BelowMaxEpochs(study, set, "minEpochs", "With this first rung trials are never compared");

    /// <summary>A single epoch is a matter between the scheduler and the objective, unless even that is too few for the parameter.</summary>
    public static IEnumerable<Problem> BelowMaxEpochs(StudyDefinition study, ComponentSettings set, string name, string otherwise)
    {
        if (set.Integer(name) >= Math.Max(study.MaxEpochs, 2))
            yield return new Problem(name, $"{otherwise}: a trial has {PlanWords.Count(study.MaxEpochs, "epoch")}.");
    }
}
