using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Wording;

/// <summary>What a study is, at a glance: three short names, by which it is found too.</summary>
/// <param name="Objective">What it minimises.</param>
/// <param name="Searcher">What suggests configurations.</param>
/// <param name="Scheduler">What decides how long each is trained.</param>
public sealed record StudyKind(string Objective, string Searcher, string Scheduler)
{
    /// <summary>The three in one line: <c>Branin · Random search · First in, first out</c>.</summary>
    public string InWords => string.Join(" · ", [Objective, Searcher, Scheduler]);

    /// <summary>What a definition runs.</summary>
    public static StudyKind Of(StudyDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Of(definition.Objective.Type, definition.Searcher.Type, definition.Scheduler.Type, catalog);
    }

    /// <summary>What a study of a list runs.</summary>
    public static StudyKind Of(StudySummary study, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Of(study.Objective, study.Searcher, study.Scheduler, catalog);
    }

    /// <summary>What only a later version of the program has goes by its type.</summary>
    private static StudyKind Of(string objective, string searcher, string scheduler, StudyCatalog catalog) => new(
        catalog.Objectives.Find(objective)?.Name ?? objective,
        catalog.Searchers.Find(searcher)?.Name ?? searcher,
        catalog.Schedulers.Find(scheduler)?.Name ?? scheduler);
}
