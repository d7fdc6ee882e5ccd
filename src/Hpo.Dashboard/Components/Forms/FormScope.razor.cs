using Hpo.Dashboard.Components.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>
/// What a form needs from the browser (see FormScope.razor.js): texts that are too long for the connection are refused at the field, Ctrl+Z
/// presses the form's own undo button, and the focus can be moved to a field.
/// </summary>
public sealed partial class FormScope : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>Moves the focus to an element and brings it into sight. Call it after the render that made the element.</summary>
    public async Task FocusAsync(string id)
    {
        try
        {
            var module = await ModuleAsync();
            await module.InvokeVoidAsync("focus", id);
        }
        catch (JSDisconnectedException)
        {
            // nobody is there to look
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await ModuleAsync();
        }
        catch (JSDisconnectedException)
        {
            // gone before it was there
        }
    }

    // whoever needs it first fetches it: a person may press a key before the first render is through
    private Task<IJSObjectReference> ModuleAsync() =>
        _module ??= Script.InvokeAsync<IJSObjectReference>("import", "./Components/Forms/FormScope.razor.js").AsTask();

    public ValueTask DisposeAsync() => _module.ReleaseAsync();
}
