using System.Globalization;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>Which comparison this is, where it stands, and what can be done with it.</summary>
public sealed partial class ComparisonHeader
{
    private ConfirmDialog _cancelDialog = default!;
    private ConfirmDialog _deleteDialog = default!;
    private string? _newName;
    private string? _nameProblem;

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

    private bool IsRunning => Comparison.Status == ComparisonStatus.Running;

    private StatusLabel Label => StatusLabel.Of(Comparison.Status, Comparison.Outcome);

    private string Percent => (100.0 * Progress.Done / Math.Max(1, Progress.Total)).ToString("0.##", CultureInfo.InvariantCulture) + "%";

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

    private void BeginRename() => (_newName, _nameProblem) = (Comparison.Name, null);

    private async Task RenameAsync()
    {
        _nameProblem = ComparisonRules.Name(_newName!.Trim());
        if (_nameProblem is not null)
            return;
        await OnRename.InvokeAsync(_newName);
        _newName = null;
    }
}
