using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Figures.Comparisons;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>The figures of a comparison, live: the incumbents, the ranks, the targets hit, and what can be concluded. Works in any render mode.</summary>
public sealed partial class ComparisonCharts
{
    private string _contest = "";

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

    /// <summary>What never changes, so that the frames need not say it; see Contest in wwwroot/js/comparisons/comparison-model.js.</summary>
    protected override void OnParametersSet() => _contest = JsonSerializer.Serialize(
        new
        {
            Methods = Definition.Methods.Select((method, place) => new { method.Name, Symbol = MethodStyle.SymbolName(place) }),
            Objectives = Definition.Objectives.Select(type => (Type: type, Entry: Catalog.Objectives.Find(type)))
                .Select(objective => new { objective.Type, Name = objective.Entry?.Name ?? objective.Type, Minimum = objective.Entry?.KnownMinimum }),
            IsRace = Definition.Kind == ComparisonKind.Race,
        },
        JsonSerializerOptions.Web);
}
