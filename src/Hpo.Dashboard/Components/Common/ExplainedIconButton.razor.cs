using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A button of an icon that says in a word what it does when it is pointed at or has the focus. Its name is its <c>aria-label</c>.</summary>
public sealed partial class ExplainedIconButton
{
    /// <summary>What pressing it does, in a word or two.</summary>
    [Parameter, EditorRequired]
    public string Why { get; set; } = "";
}
