using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>A comparison's results as files.</summary>
public sealed partial class ComparisonExports
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";
}
