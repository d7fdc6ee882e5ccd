using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The parameters of the chosen searcher or scheduler, folded away under a line that tells their values.</summary>
public sealed partial class MethodParameters
{
    private bool _isOpen;

    [Parameter, EditorRequired]
    public StudyForm Form { get; set; } = default!;

    /// <summary>The field in which the component is chosen.</summary>
    [Parameter, EditorRequired]
    public StudyField Role { get; set; }

    private CatalogEntry Chosen => Form.Chosen(Role);

    private bool HasProblem => Form.Reading.ParameterProblems.Keys.Any(key => key.Role == Role);

    /// <summary>What is wrong is never hidden.</summary>
    private bool IsOpen => _isOpen || HasProblem;

    private string ListId => $"{FieldIds.Of(Role)}-parameters";

    private string ButtonId => $"{ListId}-button";

    private string Values => string.Join(" · ", Chosen.Parameters.Select(parameter => $"{parameter.Label.ToLowerInvariant()} {Shown(parameter)}"));

    protected override void OnParametersSet() => _isOpen |= HasProblem;

    private void Toggle() => _isOpen = !IsOpen;

    private string IdOf(ComponentParameter parameter) => FieldIds.Of(Role, parameter.Name);

    private string TextOf(ComponentParameter parameter) => Form.Draft.Parameter(Role, parameter);

    private string? ProblemOf(ComponentParameter parameter) => Form.Reading.ParameterProblems.GetValueOrDefault((Role, parameter.Name));

    private string HintOf(ComponentParameter parameter)
    {
        var usual = ParameterText.Default(parameter);
        return usual == TextOf(parameter) ? parameter.Help : $"{parameter.Help} Usually {(parameter.Default is { } value ? ComponentText.Word(value) : "automatic")}.";
    }

    private string Shown(ComponentParameter parameter) => TextOf(parameter).Trim() switch
    {
        "" => "automatic",
        "true" => "yes",
        "false" => "no",
        var text => text,
    };
}
