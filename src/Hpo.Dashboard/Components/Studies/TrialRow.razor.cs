using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>One trial in the table. Trials are immutable, so a row is rendered again only when it is given another one.</summary>
public sealed partial class TrialRow
{
    private (TrialView Trial, ImmutableArray<TrialColumn> Columns, bool IsResting, int Number, bool IsBest, bool IsOpen, string? Note)? _rendered;

    [Parameter, EditorRequired]
    public TrialView Trial { get; set; } = default!;

    /// <summary>What is told of it, in order.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<TrialColumn> Columns { get; set; } = [];

    /// <summary>Where the study stands: it decides what the trial's status is called.</summary>
    [Parameter, EditorRequired]
    public StudyStatus Study { get; set; }

    /// <summary>The row's number in the whole table, from 1 for the headings.</summary>
    [Parameter]
    public int Number { get; set; }

    [Parameter]
    public bool IsBest { get; set; }

    /// <summary>What somebody has noted about it; null for nothing.</summary>
    [Parameter]
    public string? Note { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<int> OnOpen { get; set; }

    private string Name => $"Trial {Trial.Id}{(IsBest ? ", the best so far" : "")}{(Note is null ? "" : ", with a note")}: details";

    private bool IsResting => StatusWords.IsResting(Trial.Status, Study);

    private (string Counts, string? Then) Error => ErrorWords.Lines(Trial);

    private string RowClass => string.Join(' ', Classes());

    protected override bool ShouldRender() =>
        _rendered is not { } last || !ReferenceEquals(last.Trial, Trial) || (last.Columns, last.IsResting, last.Number, last.IsBest, last.IsOpen, last.Note) != (Columns, IsResting, Number, IsBest, IsOpen, Note);

    protected override void OnAfterRender(bool firstRender) => _rendered = (Trial, Columns, IsResting, Number, IsBest, IsOpen, Note);

    private IEnumerable<string> Classes()
    {
        if (Trial.Status.IsFailure())
            yield return "failed";
        if (IsBest)
            yield return "best";
        if (IsOpen)
            yield return "open";
    }

    private string? TextOf(TrialColumn column) => column.Key switch
    {
        TrialColumn.Epochs => Format.Count(Trial.Epochs),
        TrialColumn.Runtime => Format.Duration(Trial.Runtime),
        TrialColumn.Cumulative => Format.Duration(Trial.CumulativeRuntime),
        TrialColumn.Reason => Trial.Reason,
        TrialColumn.EndReason => Trial.EndReason,
        _ => column.Parameter is { } parameter && Trial.Configuration.TryGetValue(parameter.Name, out var value) ? Format.Value(value) : Format.Missing,
    };

    private bool IsNumber(TrialColumn column) => column.Parameter is { } parameter
        ? Trial.Configuration.TryGetValue(parameter.Name, out var value) && value.IsNumber
        : column.IsNumeric;
}
