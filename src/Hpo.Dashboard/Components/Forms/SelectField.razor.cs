using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>A choice from a list.</summary>
public sealed partial class SelectField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The options.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
