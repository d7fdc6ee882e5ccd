namespace Hpo.Dashboard.Models.Space;

/// <summary>A mark on the axis of a <see cref="DistributionSketch"/>.</summary>
/// <param name="Position">From 0 at the left to 1 at the right.</param>
/// <param name="Label">What is written there; null for a small mark without a label.</param>
public readonly record struct SketchTick(double Position, string? Label);
