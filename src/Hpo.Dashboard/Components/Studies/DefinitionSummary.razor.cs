using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>What a study was asked to do, in words and as JSON. It never changes, so it is rendered once.</summary>
public sealed partial class DefinitionSummary
{
    private const int InitialMost = 3;

    private StudyDefinition? _rendered;
    private string _json = "";

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    private int InitialShown => Math.Min(InitialMost, Definition.InitialConfigurations.Length);

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_rendered, Definition))
            _json = StudyDefinitionJson.Write(Definition);
    }

    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Definition);

    protected override void OnAfterRender(bool firstRender) => _rendered = Definition;
}
