using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>The choice of the objectives that methods are compared on.</summary>
public sealed partial class ObjectiveChoice
{
    private const string OnlyInARace = "It really runs: only in a race.";

    private readonly string _noteId = $"{FieldIds.Of(ComparisonField.Objectives)}-note";

    [Parameter, EditorRequired]
    public ComparisonForm Form { get; set; } = default!;

    private static string IdOf(ObjectiveEntry entry) => $"objective-{entry.Type}";
}
