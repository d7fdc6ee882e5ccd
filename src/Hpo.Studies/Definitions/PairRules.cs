using Hpo.Engine.Searchers;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Studies.Definitions;

/// <summary>
/// Which components go together. The components know best: they are made as for a run and say what they cannot do, so that there is one
/// rule and not two.
/// </summary>
internal static class PairRules
{
    /// <summary>What keeps the components of a definition from working together; each of them is sound in itself.</summary>
    public static IEnumerable<Problem> FindProblems(StudyDefinition definition, ObjectiveEntry objective, SearcherEntry searcher, SchedulerEntry scheduler)
    {
        Problem[] apart =
        [
            .. Together("objective", definition, definition.Objective, objective),
            .. Together("searcher", definition, definition.Searcher, searcher),
            .. Together("scheduler", definition, definition.Scheduler, scheduler),
        ];
        if (apart.Length > 0)
            return apart;
        HpoSearcher made;
        try
        {
            made = searcher.Create(definition);
        }
        catch (InvalidInputException exception)
        {
            return At("searcher", exception.Problems);
        }

        return At("scheduler", scheduler.Create(definition, made).CheckObjective(objective.Describe, definition.MaxEpochs));
    }

    private static IEnumerable<Problem> Together(string role, StudyDefinition definition, ComponentDefinition component, CatalogEntry entry) =>
        entry.CheckTogether?.Invoke(definition, new ComponentSettings(entry, component.Parameters)).Select(problem => problem.Within("parameters").Within(role)) ?? [];

    private static IEnumerable<Problem> At(string role, IEnumerable<Problem> problems) => problems.Select(problem => problem with { Path = role });
}
