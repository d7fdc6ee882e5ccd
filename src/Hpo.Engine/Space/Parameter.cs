namespace Hpo.Engine.Space;

/// <summary>A hyperparameter: a name and the domain of its values.</summary>
/// <param name="Name">The name, unique in its space.</param>
/// <param name="Domain">The values it may take.</param>
public sealed record Parameter(string Name, Domain Domain);
