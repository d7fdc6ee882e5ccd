using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>A chart with its heading, summary, buttons, legend, and the place of its data as a table.</summary>
public sealed partial class ChartPanel
{
    private static readonly string[] Formats = ["PNG", "SVG", "JSON"];

    /// <summary>The chart's name, by which scripts and addresses know it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Its heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>How it can be looked at.</summary>
    [Parameter]
    public IReadOnlyList<ChartScale> Scales { get; set; } = [];

    /// <summary>What its marks mean.</summary>
    [Parameter]
    public IReadOnlyList<ChartKey> Legend { get; set; } = [];

    private string TitleId => $"chart-{Name}";
}
