using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A chip that is on or off.</summary>
public sealed partial class ChipButton
{
    [Parameter, EditorRequired]
    public bool IsOn { get; set; }

    [Parameter]
    public EventCallback OnClick { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
