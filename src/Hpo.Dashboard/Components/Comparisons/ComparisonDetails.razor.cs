using Hpo.Comparisons.Running;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>What a comparison was asked to do, in words and as JSON. It never changes, so it is rendered once.</summary>
public sealed partial class ComparisonDetails
{
    private object? _rendered;

    [Parameter, EditorRequired]
    public ComparisonSnapshot Comparison { get; set; } = default!;

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Comparison.Definition);

    protected override void OnAfterRender(bool firstRender) => _rendered = Comparison.Definition;
}
