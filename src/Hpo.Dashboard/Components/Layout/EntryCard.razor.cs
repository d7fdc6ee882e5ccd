using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Layout;

/// <summary>A form of one field and one button, before the dashboard.</summary>
public sealed partial class EntryCard
{
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
