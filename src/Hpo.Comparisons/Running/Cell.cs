namespace Hpo.Comparisons.Running;

/// <summary>A method on an objective.</summary>
/// <param name="Objective">The objective's place, from 0.</param>
/// <param name="Method">The method's place, from 0.</param>
public readonly record struct Cell(int Objective, int Method);
