namespace Hpo.Figures.Comparisons;

/// <summary>The incumbents so far of a method that is running in a race.</summary>
/// <param name="Method">Its place.</param>
/// <param name="Repetition">Which of its repetitions, from 0.</param>
/// <param name="Steps">Each incumbent, with the cost at which it was found.</param>
/// <param name="Now">The cost by now; null when it is not known.</param>
public sealed record RacingCurve(int Method, int Repetition, IReadOnlyList<(double Cost, double Error)> Steps, double? Now);
