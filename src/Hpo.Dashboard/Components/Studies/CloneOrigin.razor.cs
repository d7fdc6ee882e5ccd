using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>From which study a study was made, and what differs. Neither ever changes, so it is rendered once.</summary>
public sealed partial class CloneOrigin
{
    private StudyDefinition? _rendered;
    private IReadOnlyList<DifferenceText>? _differences;

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_rendered, Definition) && Definition.ClonedFrom is { } from)
            _differences = Studies.Find(from.Id) is { } original ? DifferenceText.Between(original.Definition, Definition, Studies.Catalog) : null;
    }

    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Definition);

    protected override void OnAfterRender(bool firstRender) => _rendered = Definition;
}
