namespace Hpo.Comparisons.Definitions;

/// <summary>A comparison that is ready to start.</summary>
/// <param name="Id">Its key in addresses; it never changes.</param>
/// <param name="Title">Its name, for people.</param>
/// <param name="Explanation">What it shows, in one or two plain sentences.</param>
/// <param name="Definition">What it runs.</param>
public sealed record ComparisonExample(string Id, string Title, string Explanation, ComparisonDefinition Definition);
