using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>A scheduler a study can use.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
/// <param name="Create">Makes the scheduler of a study around its searcher.</param>
public sealed record SchedulerEntry(string Type, string Name, string Explanation, Func<StudyDefinition, HpoSearcher, HpoScheduler> Create)
    : CatalogEntry(Type, Name, Explanation);
