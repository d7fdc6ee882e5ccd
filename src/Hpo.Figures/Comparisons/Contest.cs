namespace Hpo.Figures.Comparisons;

/// <summary>What a comparison compares; it never changes.</summary>
/// <param name="Methods">The names of the methods, by their places.</param>
/// <param name="Objectives">The objectives, by their places.</param>
/// <param name="IsRace">Whether the methods run at once on real trainings, and time is real.</param>
public sealed record Contest(IReadOnlyList<string> Methods, IReadOnlyList<ComparedObjective> Objectives, bool IsRace);
