using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>Options of a list under a heading, or without one.</summary>
public sealed partial class OptionGroup
{
    [Parameter, EditorRequired]
    public string? Label { get; set; }

    /// <summary>The options.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>The list asks for its options' values here, and nothing is to be seen.</summary>
    [CascadingParameter(Name = "HideContent")]
    private bool HideContent { get; set; }
}
