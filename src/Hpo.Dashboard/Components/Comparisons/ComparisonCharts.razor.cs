using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>The figures of a comparison, live: the incumbents, the ranks, the targets hit, and what can be concluded. Works in any render mode.</summary>
public sealed partial class ComparisonCharts
{
    /// <summary>The comparison to show.</summary>
    [Parameter, EditorRequired]
    public string ComparisonId { get; set; } = "";

    /// <summary>What pictures are called, without the chart's own name; safe in any file system.</summary>
    [Parameter, EditorRequired]
    public string Filename { get; set; } = "";
}
