namespace Hpo.Dashboard.Models.Space;

/// <summary>A bar of a <see cref="DistributionSketch"/>: one value, or a continuous stretch of them.</summary>
/// <param name="Start">The left end, from 0 to 1.</param>
/// <param name="Width">The width; the width of the picture is 1.</param>
public readonly record struct SketchBar(double Start, double Width);
