using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>What was asked for: sections with tables and lists of facts, and all of it as JSON.</summary>
public sealed partial class DefinitionCard
{
    [Parameter, EditorRequired]
    public string Json { get; set; } = "";

    /// <summary>The sections.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
