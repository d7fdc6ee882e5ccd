using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace Hpo.Dashboard.Tests;

/// <summary>A component beside what the layout shows its menus, dialogs and notices in.</summary>
internal sealed class Overlays<TComponent> : ComponentBase
    where TComponent : IComponent
{
    /// <summary>The component's own parameters.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Parameters { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MudPopoverProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(1);
        builder.CloseComponent();
        builder.OpenComponent<MudSnackbarProvider>(2);
        builder.CloseComponent();
        builder.OpenComponent<TComponent>(3);
        builder.AddMultipleAttributes(4, Parameters!);
        builder.CloseComponent();
    }
}
