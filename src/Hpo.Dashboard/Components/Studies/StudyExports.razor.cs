using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Exchange;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>A study as files and as code. Neither changes while the page is open, so it is rendered once.</summary>
public sealed partial class StudyExports
{
    private StudyDefinition? _rendered;
    private string? _program, _problem;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_rendered, Definition))
            return;
        try
        {
            (_program, _problem) = (StudyProgram.Write(Definition, Catalog), null);
        }
        catch (InvalidInputException exception)
        {
            (_program, _problem) = (null, string.Join(' ', exception.Problems.Select(problem => problem.Message)));
        }
    }

    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Definition);

    protected override void OnAfterRender(bool firstRender) => _rendered = Definition;
}
