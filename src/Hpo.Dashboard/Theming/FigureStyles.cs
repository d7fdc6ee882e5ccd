using Hpo.Figures;

namespace Hpo.Dashboard.Theming;

/// <summary>The theme as figures take it.</summary>
public static class FigureStyles
{
    /// <summary>
    /// The names of the theme's variables, in the type of a reader's page: a page puts in what they are there and now, so that a figure follows the theme, the hall
    /// and the size of the page without a word of the server (wwwroot/js/charts/described-figure.js).
    /// </summary>
    public static FigureStyle Page { get; } = new()
    {
        Text = "var(--mud-palette-text-primary)",
        Muted = "var(--mud-palette-text-secondary)",
        Line = "var(--mud-palette-lines-default)",
        Surface = "var(--mud-palette-surface)",
        Incumbent = "var(--hpo-incumbent)",
        Trial = "var(--hpo-trial)",
        Failed = "var(--mud-palette-error)",
        Methods = [.. HpoTheme.LightCharts.Methods.Select((_, i) => $"var(--hpo-method-{i})")],
        FontFamily = "var(--mud-typography-default-family)",
        FontSize = 13.6,
    };
}
