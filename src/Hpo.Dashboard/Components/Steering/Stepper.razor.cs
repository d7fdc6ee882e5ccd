using Hpo.Dashboard.Models.Space;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>A whole number that goes up and down by one, or is typed.</summary>
public sealed partial class Stepper
{
    /// <summary>What was typed, until it is known what becomes of it.</summary>
    private string? _typed;

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public int Value { get; set; }

    [Parameter]
    public int Least { get; set; } = 1;

    [Parameter, EditorRequired]
    public int Most { get; set; }

    [Parameter]
    public EventCallback<int> OnChange { get; set; }

    private string Shown => _typed ?? ValueText.Write(Value);

    private async Task ChangeAsync(ChangeEventArgs change)
    {
        // rendered as it was typed and then as it is: otherwise nothing would have changed for the renderer, and the field would keep what was refused
        _typed = change.Value as string ?? "";
        StateHasChanged();
        if (ValueText.ReadInteger(_typed, out var number) is null && number >= Least && number <= Most && number != Value)
            await OnChange.InvokeAsync((int)number);
        else
            await Task.Yield();
        _typed = null;
    }
}
