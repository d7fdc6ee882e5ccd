namespace Hpo.Figures;

/// <summary>The part of a y axis in which something is decided.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end.</param>
/// <param name="Note">What is said while it is shown, because something lies outside; null when nothing does.</param>
public sealed record FigureFit(double From, double To, string? Note);
