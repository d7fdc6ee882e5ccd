using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>
/// A note that is edited in place. The browser has the text (see NoteField.razor.js): it is stored when the field is left or typing pauses, and is
/// not lost when the connection is, or the page is loaded again.
/// </summary>
public sealed partial class NoteField : IAsyncDisposable
{
    private ElementReference _field;
    private IJSObjectReference? _module;
    private DotNetObjectReference<NoteField>? _self;
    private bool _isDisposed;
    private string _first = "";
    private string? _shown;

    /// <summary>The id of the field.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Tells notes apart for as long as the browser window is open.</summary>
    [Parameter, EditorRequired]
    public string Key { get; set; } = "";

    /// <summary>The note as it is stored.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public int MaxLength { get; set; }

    [Parameter]
    public int Rows { get; set; } = 3;

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Stores the note; may throw as <see cref="Hpo.Studies.Organising.StudyOrganiser.SetNotes"/>.</summary>
    [Parameter, EditorRequired]
    public Action<string> OnSave { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>The browser wants a text stored; answers with what is wrong, null when nothing is.</summary>
    [JSInvokable]
    public string? Save(string text)
    {
        try
        {
            _shown = text;
            OnSave(text);
            return null;
        }
        catch (Exception exception) when (exception is InvalidInputException or KeyNotFoundException or IOException)
        {
            return exception is InvalidInputException invalid ? invalid.Problems[0].Message : $"It could not be stored: {exception.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _module.ReleaseAsync();
        _self?.Dispose();
    }

    protected override void OnInitialized() => _first = Text;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _self = DotNetObjectReference.Create(this);
                _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Studies/NoteField.razor.js");
                if (_isDisposed)
                {
                    // the page was left, or shows something else, while the module was on its way
                    await _module.ReleaseAsync();
                    return;
                }

                await _module.InvokeVoidAsync("watch", _field, _self, Key, _first);
                _shown = _first;
            }

            // somebody else has written; what is being typed here stays
            if (!_isDisposed && _module is not null && _shown is not null && _shown != Text)
            {
                _shown = Text;
                await _module.InvokeVoidAsync("update", _field, Text);
            }
        }
        catch (JSDisconnectedException)
        {
            // the page was left
        }
    }
}
