using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>Options of a list under a heading, or without one.</summary>
public sealed partial class Group
{
    [Parameter]
    public string? Label { get; set; }

    /// <summary>The options.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
