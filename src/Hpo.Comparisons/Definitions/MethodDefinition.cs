using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Definitions;

/// <summary>One of the methods compared.</summary>
/// <param name="Name">Its name in the legend; unlike that of any other method of the comparison.</param>
/// <param name="Searcher">Suggests configurations.</param>
/// <param name="Scheduler">Gives trials to workers, and decides how long they run.</param>
public sealed record MethodDefinition(string Name, ComponentDefinition Searcher, ComponentDefinition Scheduler);
