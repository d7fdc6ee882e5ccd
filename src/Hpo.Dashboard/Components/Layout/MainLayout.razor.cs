using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Layout;

/// <summary>The frame of every page with a circuit.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>The page can be read already, and used in a moment.</summary>
    private bool GettingReady => AssignedRenderMode is not null && !RendererInfo.IsInteractive;

    private async Task CloseMenuAsync()
    {
        await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Layout/MainLayout.razor.js");
        await module.InvokeVoidAsync("closeMenu");
    }
}
