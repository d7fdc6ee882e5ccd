using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>What was deleted and can still be brought back, once its notice is gone.</summary>
public sealed partial class DeletedMenu
{
    /// <summary>The ids and the names, the last one first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Id, string Name)> Deleted { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback<string> OnRestore { get; set; }

    private string Label => $"Deleted ({Format.Count(Deleted.Count)})";
}
