using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Copies the text of an element of the page; the text does not travel through the circuit.</summary>
public sealed partial class CopyButton : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private string? _said;

    /// <summary>The element whose text is copied.</summary>
    [Parameter, EditorRequired]
    public string ElementId { get; set; } = "";

    [Parameter]
    public string Label { get; set; } = "Copy";

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private async Task CopyAsync()
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Studies/CopyButton.razor.js");
        _said = await _module.InvokeAsync<bool>("copy", ElementId)
            ? "Copied."
            : "This browser does not allow it: the text is selected, copy it with Ctrl+C.";
    }

    public async ValueTask DisposeAsync() => await _module.ReleaseAsync();
}
