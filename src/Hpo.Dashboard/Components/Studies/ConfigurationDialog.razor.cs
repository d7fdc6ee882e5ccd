using Hpo.Engine.Space;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>A configuration to copy into another program.</summary>
public sealed partial class ConfigurationDialog
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public Configuration Configuration { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    public static Task ShowAsync(IDialogService dialogs, string title, Configuration configuration)
    {
        var parameters = new DialogParameters<ConfigurationDialog> { { dialog => dialog.Title, title }, { dialog => dialog.Configuration, configuration } };
        return dialogs.ShowAsync<ConfigurationDialog>(title, parameters, new DialogOptions { CloseOnEscapeKey = true, FullWidth = true, MaxWidth = MaxWidth.Small });
    }
}
