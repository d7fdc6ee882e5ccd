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

    /// <summary>All that is wrong, a line each; null when nothing is.</summary>
    private string? Problem
    {
        get
        {
            if (Problems is not { Count: > 0 } problems)
                return null;
            var lines = problems.Take(MostShown).Select(problem => problem.ToString());
            if (problems.Count > MostShown)
                lines = lines.Append($"and {problems.Count - MostShown} more");
            if (Editing.Document.HasUnreadableJson)
                lines = lines.Append("The form keeps the last space that could be understood.");
            return string.Join('\n', lines);
        }
    }

    private List<JsonProblem> Problems =>
        Editing.Document.HasUnreadableJson
            ? [.. Editing.Document.JsonProblems]
            : [.. Editing.Document.JsonProblems, .. Objections.Select(problem => JsonPlaces.Locate(problem, Editing.Document.Json))];
}
