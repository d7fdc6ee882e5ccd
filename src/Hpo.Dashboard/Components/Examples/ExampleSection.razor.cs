using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Examples;

/// <summary>Ready-made things side by side: an <see cref="ExampleCard"/> each.</summary>
public sealed partial class ExampleSection
{
    [Parameter, EditorRequired]
    public string Introduction { get; set; } = default!;

    /// <summary>Why one could not be started; null for nothing.</summary>
    [Parameter]
    public string? Failure { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
