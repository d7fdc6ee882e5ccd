using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>The live charts of a study: the best error over time, the learning curves, and which worker ran what when, on the page of those who may steer it.</summary>
public partial class StudyCharts
{
    /// <summary>The study to show.</summary>
    [Parameter, EditorRequired]
    public string StudyId { get; set; } = "";

    /// <summary>What the study is called: pictures of the charts say it, and their files are named after it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>How many workers the study has: one that never ran a trial has its lane too.</summary>
    [Parameter, EditorRequired]
    public int Workers { get; set; }
}
