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

    private IReadOnlyDictionary<ObjectiveEntry, string> _measured = new Dictionary<ObjectiveEntry, string>();

    [Parameter, EditorRequired]
    public ComparisonForm Form { get; set; } = default!;

    /// <summary>What was measured about an objective takes a moment to compute the first time: the form is there before it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var entries = Form.Catalog.Objectives.Where(entry => entry.Measured is not null).ToList();
        _measured = await Task.Run(() => entries.ToDictionary(entry => entry, entry => entry.Measured!()));
        StateHasChanged();
    }

    private static string IdOf(ObjectiveEntry entry) => $"objective-{entry.Type}";
}
