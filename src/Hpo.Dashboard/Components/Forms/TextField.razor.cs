using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>A line of text, handed on with every letter so that it can be judged as one types. Numbers are typed here too: what is no number is kept.</summary>
public sealed partial class TextField
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
    public string? Placeholder { get; set; }

    /// <summary>The keyboard that phones show.</summary>
    [Parameter]
    public string InputMode { get; set; } = "text";

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The focus left the field.</summary>
    [Parameter]
    public EventCallback OnLeave { get; set; }
}
