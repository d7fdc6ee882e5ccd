using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>A choice from a list; letters typed in a row find an option by its name.</summary>
public sealed partial class SelectField
{
    /// <summary>Letters further apart than this begin another word.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(1);

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What a value is called.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> NameOf { get; set; } = default!;

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
