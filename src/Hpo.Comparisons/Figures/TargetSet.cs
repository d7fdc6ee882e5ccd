namespace Hpo.Comparisons.Figures;

/// <summary>The targets of one objective.</summary>
/// <param name="Objective">The objective's place in the comparison.</param>
/// <param name="Targets">Errors to reach, from the easiest to the hardest.</param>
/// <param name="Rule">How they were set, in words.</param>
public sealed record TargetSet(int Objective, double[] Targets, string Rule);
