using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Space;

/// <summary>The space as JSON, editable, with what is wrong by line and column.</summary>
public sealed partial class SpaceJsonView
{
    private const int MostShown = 8;

    [Parameter, EditorRequired]
    public SpaceEditing Editing { get; set; } = default!;

    /// <summary>What the objective has against the space.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Objections { get; set; } = [];

    private List<JsonProblem> Problems =>
        Editing.Document.HasUnreadableJson
            ? [.. Editing.Document.JsonProblems]
            : [.. Editing.Document.JsonProblems, .. Objections.Select(problem => JsonPlaces.Locate(problem, Editing.Document.Json))];
}
