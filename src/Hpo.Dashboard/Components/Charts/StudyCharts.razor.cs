using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>The live charts of a study: the best error over time, and the learning curves. Works in any render mode.</summary>
public partial class StudyCharts
{
    /// <summary>The study to show.</summary>
    [Parameter, EditorRequired]
    public string StudyId { get; set; } = "";
}
