using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>A scheduler a study can use.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in two plain sentences.</param>
/// <param name="Make">Makes the scheduler of a study around its searcher, with its parameters set.</param>
public sealed record SchedulerEntry(
    string Type, string Name, string Explanation, Func<StudyDefinition, HpoSearcher, ComponentSettings, HpoScheduler> Make)
    : CatalogEntry(Type, Name, Explanation)
{
    /// <summary>Says what the scheduler will do in a study, given its ladders and parameters: "Rungs at 1, 3 and 9 epochs; …".</summary>
    public required Func<StudyDefinition, IReadOnlyList<Bracket>, ComponentSettings, string> Plan { get; init; }

    /// <summary>Whether trials may end, or stay paused, before their last epoch.</summary>
    public bool EndsTrialsEarly { get; init; }

    /// <summary>Whether it makes new configurations itself once it has some of the searcher's.</summary>
    public bool ExploresByItself { get; init; }

    /// <summary>Makes the scheduler of a study around its searcher.</summary>
    /// <exception cref="InvalidInputException">A parameter cannot have its value.</exception>
    public HpoScheduler Create(StudyDefinition definition, HpoSearcher searcher)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Make(definition, searcher, new ComponentSettings(this, definition.Scheduler.Parameters));
    }

    /// <summary>What the scheduler will do in a study, in words; null when its parameters do not fit the study.</summary>
    public string? Describe(StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (CheckParameters(definition.Scheduler.Parameters).Count > 0)
            return null;
        var settings = new ComponentSettings(this, definition.Scheduler.Parameters);
        if (CheckTogether?.Invoke(definition, settings).Any() == true)
            return null;
        // the ladders do not depend on the searcher
        return Plan(definition, Make(definition, new RandomSearcher(definition.Space), settings).Brackets, settings);
    }
}
