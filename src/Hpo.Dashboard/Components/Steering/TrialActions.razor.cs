using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>What can be done about one trial of a study that runs.</summary>
public sealed partial class TrialActions
{
    [Parameter, EditorRequired]
    public TrialView Trial { get; set; } = default!;

    /// <summary>Somebody wants to try something like it.</summary>
    [Parameter]
    public EventCallback<TrialView> OnCopy { get; set; }

    /// <summary>Somebody wants it to end.</summary>
    [Parameter]
    public EventCallback<int> OnStop { get; set; }

    private bool CanStop => OnStop.HasDelegate && !Trial.Status.IsFinal();
}
