using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Components.Charts;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>The figures of a comparison, live: the incumbents, the ranks, the targets hit, and what can be concluded. Works in any render mode.</summary>
public sealed partial class ComparisonCharts
{
    private static readonly (string Value, string Text)[] Summaries =
        [("Mean", "Mean ± standard deviation"), ("Median", "Median, quartiles"), ("InterquartileMean", "Interquartile mean, 95 %")];

    private static readonly (string Value, string Text)[] Plots = [("regret", "Regret"), ("error", "Error")];

    private string _contest = "";
    private ChartKey[] _methods = [];
    private ChartKey[] _bands = [];
    private (string Value, string Text)[] _objectives = [];

    /// <summary>The comparison to show; null on a page whose own script shows one.</summary>
    [Parameter, EditorRequired]
    public string? Id { get; set; }

    /// <summary>What it compares.</summary>
    [Parameter, EditorRequired]
    public ComparisonDefinition Definition { get; set; } = default!;

    /// <summary>What pictures are called, without the chart's own name; safe in any file system.</summary>
    [Parameter, EditorRequired]
    public string Filename { get; set; } = "";

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    private (string Value, string Text)[] Axes => [("Time", IsRace ? "Time" : "Simulated time"), ("Trials", "Trials"), ("Epochs", "Epochs")];

    private bool IsRace => Definition.Kind == ComparisonKind.Race;

    protected override void OnParametersSet()
    {
        var objectives = Definition.Objectives.Select(type => (Type: type, Entry: Catalog.Objectives.Find(type))).ToList();
        _methods = [.. Definition.Methods.Select((method, place) => new ChartKey(method.Name, Method: place))];
        _bands = [.. _methods, ChartKey.Sometimes("band"), ChartKey.Sometimes("held")];
        _objectives = [.. objectives.Select(objective => (objective.Type, objective.Entry?.Name ?? objective.Type))];
        // of no other type is an objective: see comparison-view.js
        if (objectives.Count > 1)
            _objectives = [.. _objectives, ("all", "All together")];
        // what never changes, so that the frames need not say it; see Contest in wwwroot/js/comparisons/comparison-model.js
        _contest = JsonSerializer.Serialize(
            new
            {
                Methods = Definition.Methods.Select(method => new { method.Name }),
                Objectives = objectives.Select(objective => new { objective.Type, Name = objective.Entry?.Name ?? objective.Type, Minimum = objective.Entry?.KnownMinimum }),
                IsRace,
            },
            JsonSerializerOptions.Web);
    }
}
