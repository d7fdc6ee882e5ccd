namespace Hpo.Figures.Tests;

/// <summary>A style whose colours are told apart.</summary>
internal static class Styles
{
    public static FigureStyle Light { get; } = new()
    {
        Text = "#000000",
        Muted = "#555555",
        Line = "#cccccc",
        Surface = "#ffffff",
        Incumbent = "#0000ff",
        Trial = "#777777",
        Failed = "#ff0000",
        Methods = ["#111111", "#222222", "#333333"],
        FontFamily = "sans-serif",
        FontSize = 10,
    };

    public static FigureStyle Dark { get; } = Light with { Text = "#ffffff", Surface = "#000000", Methods = ["#aaaaaa", "#bbbbbb", "#cccccc"] };
}
