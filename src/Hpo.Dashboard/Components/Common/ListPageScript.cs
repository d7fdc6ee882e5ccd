using Hpo.Dashboard.Components.Studies;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Common;

/// <summary>What a page with a list asks of the browser: <c>wwwroot/js/list-page.js</c>. Once the page is gone, nothing.</summary>
internal sealed class ListPageScript(IJSRuntime script) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private bool _isGone;

    /// <summary>Writes a query into the address of a list, unless another page is shown by now.</summary>
    public Task RememberAsync(string path, string query) => CallAsync("remember", path, query);

    /// <summary>Moves the focus to the row that leads to an address; to the heading when there is none.</summary>
    public Task FocusRowAsync(string? path) => CallAsync("focusRow", path);

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        if (_module is { IsCompletedSuccessfully: true })
            await (await _module).ReleaseAsync();
    }

    private async Task CallAsync(string name, params object?[] arguments)
    {
        if (_isGone)
            return;
        _module ??= script.InvokeAsync<IJSObjectReference>("import", "./js/list-page.js").AsTask();
        await (await _module).InvokeVoidAsync(name, arguments);
    }
}
