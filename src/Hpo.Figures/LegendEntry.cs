namespace Hpo.Figures;

/// <summary>What a mark on a figure means.</summary>
/// <param name="Text">In words.</param>
/// <param name="Method">The method whose line and mark it is; null when it is another mark.</param>
/// <param name="Mark">The name of the mark in the page's style sheet; null for a method's.</param>
public sealed record LegendEntry(string Text, int? Method = null, string? Mark = null);
