using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

/// <summary>Asks for another name.</summary>
public sealed partial class RenameDialog
{
    private string _name = "";
    private string? _problem;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>The name of now.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is wrong with a name; null when it can be one.</summary>
    [Parameter, EditorRequired]
    public Func<string, string?> Refuse { get; set; } = default!;

    /// <summary>Asks; null when the old name is kept.</summary>
    public static async Task<string?> AskAsync(IDialogService dialogs, string name, Func<string, string?> refuse)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        var dialog = await dialogs.ShowAsync<RenameDialog>("Rename", new DialogParameters<RenameDialog> { { it => it.Name, name }, { it => it.Refuse, refuse } });
        return await dialog.Result is { Canceled: false, Data: string another } ? another : null;
    }

    protected override void OnInitialized() => _name = Name;

    /// <summary>What was wrong is looked at again when it is saved, and not while one types the first letter.</summary>
    private void Forgive() => _problem = _problem is null ? null : Refuse(_name.Trim());

    private void Save()
    {
        _problem = Refuse(_name.Trim());
        if (_problem is null)
            Dialog.Close(_name.Trim());
    }
}
