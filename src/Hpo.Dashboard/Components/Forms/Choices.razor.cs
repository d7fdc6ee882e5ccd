using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>A choice of a few, all in sight and each explained.</summary>
public sealed partial class Choices<T>
    where T : struct, Enum
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public T Value { get; set; }

    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    /// <summary>What can be chosen, what it is called, and what it means.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<(T Value, string Name, string Meaning)> Items { get; set; } = [];
}
