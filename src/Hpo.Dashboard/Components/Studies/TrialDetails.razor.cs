using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Everything about one trial: its whole configuration, why it was suggested and why it ended, and its learning curve.</summary>
public sealed partial class TrialDetails
{
    /// <summary>More epochs than a person reads would only make the page slow.</summary>
    private const int MostEpochs = 200;

    [Parameter, EditorRequired]
    public TrialView Trial { get; set; } = default!;

    /// <summary>Where the study stands: it decides what the trial's status is called.</summary>
    [Parameter, EditorRequired]
    public StudyStatus Study { get; set; }

    [Parameter]
    public bool IsBest { get; set; }

    /// <summary>What somebody has noted about it; empty for nothing.</summary>
    [Parameter]
    public string Note { get; set; } = "";

    /// <summary>Tells the notes of this study from those of others.</summary>
    [Parameter]
    public string NoteKey { get; set; } = "";

    /// <summary>Stores another note; null for those who may not.</summary>
    [Parameter]
    public Action<int, string>? OnNote { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Somebody wants to see another trial.</summary>
    [Parameter]
    public EventCallback<int> OnOpen { get; set; }

    /// <summary>Somebody wants the trial so many rows further down.</summary>
    [Parameter]
    public EventCallback<int> OnStep { get; set; }

    /// <summary>What can be done about the trial.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>Whether there is a trial so many rows further down.</summary>
    [Parameter]
    public Func<int, bool> CanStep { get; set; } = _ => false;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    /// <summary>The last epochs, the latest first.</summary>
    private IEnumerable<EpochPoint> LastEpochs => Trial.Curve.Reverse().Take(MostEpochs);

    private Task CopyAsync() => ConfigurationDialog.ShowAsync(Dialogs, $"The configuration of trial {Trial.Id}", Trial.Configuration);

    private Task OnKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
