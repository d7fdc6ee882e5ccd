namespace Hpo.Figures.Comparisons;

/// <summary>An objective as figures of comparisons know it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Measures">What its number is, for an axis.</param>
/// <param name="Minimum">The smallest possible number; null when nobody knows it.</param>
public sealed record ComparedObjective(string Name, string Measures, double? Minimum);
