using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>The frame of a field: label, control, and what is wrong with it, in words.</summary>
public sealed partial class Field
{
    /// <summary>The id of the control.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What helps, shown while nothing is wrong.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The control, which has the id and is described by <see cref="DescriptionIds"/>.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>For the control's aria-describedby.</summary>
    public static string DescriptionIds(string id) => $"{NoteId(id)} {RefusalId(id)}";

    private static string NoteId(string id) => $"{id}-note";

    private static string RefusalId(string id) => $"{id}-refusal";
}
