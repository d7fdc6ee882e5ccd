using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A list whose rows lead to a page each: in the name's cell stands the link, and the whole row is it.</summary>
public sealed partial class ListTable
{
    /// <summary>What is listed, and in which order.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The headings of the columns.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Head { get; set; } = default!;

    /// <summary>The rows.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
