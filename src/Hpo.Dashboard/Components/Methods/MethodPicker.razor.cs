using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The choice of a searcher or a scheduler: what it does, where it comes from, and its parameters.</summary>
public sealed partial class MethodPicker
{
    [Parameter, EditorRequired]
    public IComponentChoice Choice { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<CatalogEntry> Entries { get; set; } = [];

    /// <summary>What it will do; null when there is nothing to say.</summary>
    [Parameter]
    public string? Plan { get; set; }

    /// <summary>What to know about it beside the other choices; null when there is nothing.</summary>
    [Parameter]
    public string? Advice { get; set; }

    private CatalogEntry Chosen => Choice.Chosen;

    private string NameOf(string type) => Entries.First(entry => entry.Type == type).Name;
}
