using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The best result so far, and what it did differently from the one before. It takes as much room before there is one.</summary>
public sealed partial class IncumbentCard
{
    /// <summary>So many are in sight at once beside the error; more scroll.</summary>
    private const int FewHyperparameters = 4;

    private int? _numberAtFirst;

    /// <summary>The best result; null before there is one.</summary>
    [Parameter, EditorRequired]
    public IncumbentSummary? Incumbent { get; set; }

    /// <summary>How many hyperparameters the study has: for so many room is kept.</summary>
    [Parameter]
    public int Hyperparameters { get; set; }

    /// <summary>Whether there will be no better one.</summary>
    [Parameter]
    public bool IsEnded { get; set; }

    /// <summary>Somebody wants to see a trial.</summary>
    [Parameter]
    public EventCallback<int> OnShow { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    /// <summary>Whether it came while this page was open: what was here before is no news.</summary>
    private bool IsNew => Incumbent is { } best && best.Number != _numberAtFirst;

    protected override void OnParametersSet() => _numberAtFirst ??= Incumbent?.Number ?? 0;

    private Task CopyAsync() => Incumbent is { } best
        ? ConfigurationDialog.ShowAsync(Dialogs, $"The configuration of trial {best.Step.TrialId}", new Configuration(best.Values.Select(value => (value.Name, value.Value))))
        : Task.CompletedTask;
}
