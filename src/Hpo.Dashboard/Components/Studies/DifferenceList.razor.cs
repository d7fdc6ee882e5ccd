using Hpo.Dashboard.Models.Form;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>What differs between two studies, a line each.</summary>
public sealed partial class DifferenceList
{
    [Parameter, EditorRequired]
    public IReadOnlyList<DifferenceText> Differences { get; set; } = [];

    private static (string Mark, string Colour) MarkOf(DifferenceText difference) =>
        difference.Before is null ? ("+", "mud-success-text") : difference.After is null ? ("−", "mud-error-text") : ("≠", "muted");
}
