using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The parameters of the chosen objective, searcher or scheduler, folded away under a line that tells their values.</summary>
public sealed partial class MethodParameters
{
    private bool _isOpen;

    [Parameter, EditorRequired]
    public IComponentChoice Choice { get; set; } = default!;

    private CatalogEntry Chosen => Choice.Chosen;

    /// <summary>What is wrong is never hidden.</summary>
    private bool IsOpen => _isOpen || Choice.HasParameterProblem;

    private string ListId => $"{Choice.Id}-parameters";

    private string ButtonId => $"{ListId}-button";

    private string Values => string.Join(" · ", Chosen.Parameters.Select(parameter => $"{parameter.Label.ToLowerInvariant()} {Shown(parameter)}"));

    protected override void OnParametersSet() => _isOpen |= Choice.HasParameterProblem;

    private void Toggle() => _isOpen = !IsOpen;

    private string IdOf(ComponentParameter parameter) => FieldIds.OfParameter(Choice.Id, parameter.Name);

    private string HintOf(ComponentParameter parameter)
    {
        var usual = ParameterText.Default(parameter);
        return usual == Choice.TextOf(parameter) ? parameter.FullHelp : $"{parameter.FullHelp} Usually {(parameter.Default is { } value ? ComponentText.Word(value) : "automatic")}.";
    }

    private static string NameOf(FiniteDomain choice, string text) =>
        choice.Values.Where(value => ParameterText.Write(value) == text).Select(ComponentText.Word).FirstOrDefault(text);

    private string Shown(ComponentParameter parameter) => Choice.TextOf(parameter).Trim() switch
    {
        "" => "automatic",
        "true" => "yes",
        "false" => "no",
        var text => text,
    };
}
