using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>Which comparison this is, where it stands, and what can be done with it.</summary>
public sealed partial class ComparisonHeader
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public ComparisonSnapshot Comparison { get; set; } = default!;

    [Parameter, EditorRequired]
    public ComparisonProgress Progress { get; set; } = default!;

    /// <summary>What went wrong with the comparison or the last thing asked of it; null when nothing did.</summary>
    [Parameter]
    public string? Failure { get; set; }

    /// <summary>Whether the visitor may do something with it.</summary>
    [Parameter]
    public bool MayChange { get; set; } = true;

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public EventCallback OnResume { get; set; }

    [Parameter]
    public EventCallback OnRepeat { get; set; }

    [Parameter]
    public EventCallback OnDelete { get; set; }

    /// <summary>Told of a new name that can be one.</summary>
    [Parameter]
    public EventCallback<string> OnRename { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private bool IsRunning => Comparison.Status == ComparisonStatus.Running;

    private StatusLabel Label => StatusLabel.Of(Comparison.Status, Comparison.Outcome);

    private string RepeatTitle => Comparison.Definition.RepeatsExactly
        ? "Runs the same definition with the same seeds, and says whether all results are the same"
        : "Runs the same definition with the same seeds; times are measured, so that results may differ";

    private string? Outcome => (Comparison.Outcome, Comparison.SameAsOriginal) switch
    {
        (null, _) => null,
        (ComparisonOutcome.Finished, true) => "All runs have finished, with exactly the results of the comparison that was repeated.",
        (ComparisonOutcome.Finished, false) => "All runs have finished. The results differ from those of the comparison that was repeated.",
        _ => Comparison.OutcomeReason,
    };

    private async Task AskToCancelAsync()
    {
        const string text = "The runs that have not finished are given up. What has finished is kept, and the comparison can go on later.";
        if (await Dialogs.ConfirmAsync(new("Cancel the comparison?", text, "Cancel the comparison", "Let it run")))
            await OnCancel.InvokeAsync();
    }

    // not waited for: the menu closes when its item is done, and must not stand open behind the dialog
    private void Rename() => _ = RenameAsync();

    private async Task RenameAsync()
    {
        try
        {
            if (await RenameDialog.AskAsync(Dialogs, Comparison.Name, ComparisonRules.Name) is { } name)
                await OnRename.InvokeAsync(name);
        }
        catch (Exception exception)
        {
            // shown as any error of this page
            await DispatchExceptionAsync(exception);
        }
    }
}
