namespace Hpo.Studies.Definitions;

/// <summary>Names a component (an objective, a searcher, a scheduler) of the <see cref="Catalog.StudyCatalog"/>.</summary>
/// <param name="Type">The key of its catalog entry, such as <c>lenet</c> or <c>random</c>.</param>
public sealed record ComponentDefinition(string Type);
