using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>
/// Asks before something that cannot be taken back. The browser's own modal dialog: it keeps the focus inside, closes on Escape and
/// gives the focus back.
/// </summary>
public sealed partial class ConfirmDialog : IAsyncDisposable
{
    private readonly string _titleId = $"confirm-{Guid.NewGuid():N}";
    private readonly string _textId = $"confirm-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What will happen.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>The button that does it.</summary>
    [Parameter, EditorRequired]
    public string ConfirmText { get; set; } = "";

    /// <summary>The button that does not.</summary>
    [Parameter, EditorRequired]
    public string KeepText { get; set; } = "";

    [Parameter]
    public EventCallback OnConfirm { get; set; }

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    public async Task OpenAsync()
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Studies/ConfirmDialog.razor.js");
        await _module.InvokeVoidAsync("open", _dialog);
    }

    public async ValueTask DisposeAsync() => await _module.ReleaseAsync();
}
