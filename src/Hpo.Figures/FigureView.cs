using Plotly.Blazor;

namespace Hpo.Figures;

/// <summary>A figure's axes in a choice of scales.</summary>
/// <param name="IsLog">Whether the y axis is logarithmic.</param>
/// <param name="IsLogX">Whether the x axis is.</param>
/// <param name="Layout">The layout.</param>
/// <param name="Fit">The part of the y axis that is shown unless a person has chosen another; null for all there is.</param>
/// <param name="Note">What the figure cannot show; null when it shows everything.</param>
public sealed record FigureView(bool IsLog, bool IsLogX, Layout Layout, FigureFit? Fit, string? Note)
{
    /// <summary>An axis is linear or logarithmic.</summary>
    internal static readonly bool[] Scales = [false, true];
}
