namespace Hpo.Comparisons.Running;

/// <summary>A repetition of a method on an objective: one run of a tuner.</summary>
/// <param name="Objective">The objective's place, from 0.</param>
/// <param name="Method">The method's place, from 0.</param>
/// <param name="Repetition">The repetition, from 0.</param>
public readonly record struct Lane(int Objective, int Method, int Repetition);
