namespace Hpo.Comparisons.Running;

/// <summary>What the repetitions of a method on an objective have cost so far.</summary>
/// <param name="Repetitions">How many there are.</param>
/// <param name="Seconds">How long the machine computed for them, by the clock.</param>
public readonly record struct CellCost(int Repetitions, double Seconds);
