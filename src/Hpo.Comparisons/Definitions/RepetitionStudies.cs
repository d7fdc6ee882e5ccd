using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Definitions;

/// <summary>A repetition of one method on one objective is a study like any other: this is its definition.</summary>
public static class RepetitionStudies
{
    /// <summary>
    /// The seed of a repetition, for every method and every objective: what one method draws, the others would draw too, which makes them pairs.
    /// </summary>
    public static long SeedOf(ComparisonDefinition definition, int repetition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return RandomStream.DeriveSeed(definition.Seed, repetition, "repetition");
    }

    /// <summary>What every method of a repetition tries first on an objective.</summary>
    public static Configuration FirstOf(ComparisonDefinition definition, ObjectiveEntry objective, int repetition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(objective);
        return definition.FirstConfiguration == FirstConfiguration.Default
            ? objective.Describe.DefaultConfiguration
            : objective.Describe.DefaultSpace.Sample(RandomStream.Derive(SeedOf(definition, repetition), -1, "first configuration"));
    }

    /// <summary>The study that is one repetition of a method on an objective.</summary>
    internal static StudyDefinition Of(ComparisonDefinition definition, ObjectiveEntry objective, MethodDefinition method, int repetition) => new()
    {
        Name = definition.Name,
        Objective = new(objective.Type),
        Space = objective.Describe.DefaultSpace,
        InitialConfigurations = [FirstOf(definition, objective, repetition)],
        Searcher = method.Searcher,
        Scheduler = method.Scheduler,
        Stop = new(definition.Budget.Trials ?? StudyDefinitionRules.MaxTrials, definition.Budget.Seconds),
        Workers = definition.Workers,
        MaxEpochs = definition.MaxEpochs ?? objective.Describe.DefaultMaxEpochs,
        Seed = SeedOf(definition, repetition),
    };
}
