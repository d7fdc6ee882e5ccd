using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The choice of a searcher or a scheduler: what it does, where it comes from, and its parameters.</summary>
public sealed partial class MethodPicker
{
    [Parameter, EditorRequired]
    public StudyForm Form { get; set; } = default!;

    /// <summary>The field in which it is chosen.</summary>
    [Parameter, EditorRequired]
    public StudyField Role { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<CatalogEntry> Entries { get; set; } = [];

    /// <summary>What it will do in this study; null when there is nothing to say.</summary>
    [Parameter]
    public string? Plan { get; set; }

    /// <summary>What to know about it beside the other choices; null when there is nothing.</summary>
    [Parameter]
    public string? Advice { get; set; }

    private string? Problem => Form.Reading.Problems.GetValueOrDefault(Role);

    private CatalogEntry Chosen => Form.Chosen(Role);
}
