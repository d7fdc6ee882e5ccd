using Hpo.Engine.Searchers;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>A searcher a study can use.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
/// <param name="Create">Makes the searcher of a study.</param>
public sealed record SearcherEntry(string Type, string Name, string Explanation, Func<StudyDefinition, HpoSearcher> Create)
    : CatalogEntry(Type, Name, Explanation);
