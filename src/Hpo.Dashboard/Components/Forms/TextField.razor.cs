using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>
/// A text, handed on with every letter so that it can be judged as one types. Numbers are typed here too: what is no number is kept, and what is wrong
/// is known to the form, not to the field.
/// </summary>
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

    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What is possible and perhaps not meant, shown while nothing is wrong.</summary>
    [Parameter]
    public string? Caution { get; set; }

    /// <summary>What helps, shown while there is nothing else to say.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>The keyboard that phones show.</summary>
    [Parameter]
    public InputMode InputMode { get; set; } = InputMode.text;

    [Parameter]
    public int Lines { get; set; } = 1;

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The focus left the field.</summary>
    [Parameter]
    public EventCallback OnLeave { get; set; }

    /// <summary>For the input itself.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public Dictionary<string, object>? More { get; set; }

    private bool IsCautious => Caution is not null && Problem is null;
}
