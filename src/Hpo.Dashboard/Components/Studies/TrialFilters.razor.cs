using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Which trials the table shows, by status, by the values of hyperparameters, by error; and what it tells of them.</summary>
public sealed partial class TrialFilters
{
    private bool _areValuesOpen, _areColumnsOpen;

    [Parameter, EditorRequired]
    public ImmutableArray<TrialColumn> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public TrialQuery Query { get; set; } = TrialQuery.Default;

    [Parameter]
    public EventCallback<TrialQuery> QueryChanged { get; set; }

    /// <summary>How many trials are in each status.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<TrialStatus, int> Counts { get; set; } = default!;

    /// <summary>How many trials have a note.</summary>
    [Parameter]
    public int Noted { get; set; }

    /// <summary>Which columns are shown.</summary>
    [Parameter, EditorRequired]
    public ColumnChoice Choice { get; set; } = default!;

    [Parameter]
    public EventCallback<ColumnChoice> ChoiceChanged { get; set; }

    /// <summary>Where the study stands: it decides what its trials' statuses are called.</summary>
    [Parameter, EditorRequired]
    public StudyStatus Study { get; set; }

    /// <summary>The statuses that trials are in, and those asked for: a button does not vanish while it is pressed.</summary>
    private IEnumerable<TrialStatus> Statuses => Counts.Where(count => count.Value > 0).Select(count => count.Key).Union(Query.Statuses).Order();

    /// <summary>A hyperparameter that is kept at one value has nothing to filter by.</summary>
    private List<TrialColumn> Filterable =>
        [.. Columns.Where(column => column.Key == TrialColumn.Error || column.Parameter is { Domain: not Constant })];

    private static string ArrowOf(bool isOpen) => isOpen ? Icons.Material.Filled.ExpandLess : Icons.Material.Filled.ExpandMore;

    private static IEnumerable<string> ValuesOf(TrialColumn column) =>
        column.Parameter is { Domain: FiniteDomain domain } ? domain.Values.Select(value => value.ToString()) : [];
}
