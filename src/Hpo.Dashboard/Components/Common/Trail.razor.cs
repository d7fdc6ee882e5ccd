using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

/// <summary>The way to a page that stands below a list.</summary>
public sealed partial class Trail
{
    private IReadOnlyList<BreadcrumbItem> _items = [];

    /// <summary>What the list is called.</summary>
    [Parameter, EditorRequired]
    public string Above { get; set; } = "";

    /// <summary>Where the list is.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>What this page is called.</summary>
    [Parameter, EditorRequired]
    public string Here { get; set; } = "";

    protected override void OnParametersSet() => _items = [new(Above, Address), new(Here, null, disabled: true)];
}
