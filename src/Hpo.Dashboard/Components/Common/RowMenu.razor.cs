using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

/// <summary>What can be done with a row of a list.</summary>
public sealed partial class RowMenu
{
    private MudMenu? _menu;
    private bool _isAsked;
    private bool _isOpening;

    /// <summary>The button's name, with that of the row.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The items.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isOpening || _menu is null)
            return;
        _isOpening = false;
        await _menu.OpenMenuAsync(EventArgs.Empty);
    }

    private void Ask() => (_isAsked, _isOpening) = (true, true);
}
