namespace Hpo.Dashboard.Components.Charts;

/// <summary>What a mark of a legend looks like, in a box of 24 by 12.</summary>
/// <param name="Path">Its outline, as in SVG.</param>
/// <param name="Colour">A colour of the theme.</param>
/// <param name="Line">The width of the line along the path; 0 when it is filled instead.</param>
/// <param name="Dash">The line's dashes and gaps.</param>
/// <param name="Opacity">0 is not to be seen, 1 covers.</param>
public sealed record MarkShape(string Path, string Colour, double Line = 0, string? Dash = null, double Opacity = 1);
