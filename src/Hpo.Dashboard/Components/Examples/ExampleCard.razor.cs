using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Examples;

/// <summary>Something ready-made, to be started with one press or opened in its form.</summary>
public sealed partial class ExampleCard
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = default!;

    /// <summary>What is to be seen, in a sentence or two.</summary>
    [Parameter, EditorRequired]
    public string Shows { get; set; } = default!;

    /// <summary>How much is run.</summary>
    [Parameter, EditorRequired]
    public string Size { get; set; } = default!;

    /// <summary>Where it is open in the form.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback OnStart { get; set; }
}
