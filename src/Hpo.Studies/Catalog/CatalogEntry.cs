namespace Hpo.Studies.Catalog;

/// <summary>A component a study can be made of.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
public abstract record CatalogEntry(string Type, string Name, string Explanation);
