using Hpo.Dashboard.Models.Form;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>What differs between two studies, a line each.</summary>
public sealed partial class DifferenceList
{
    [Parameter, EditorRequired]
    public IReadOnlyList<DifferenceText> Differences { get; set; } = [];

    private static string KindOf(DifferenceText difference) =>
        difference.Before is null ? "added" : difference.After is null ? "removed" : "changed";

    private static string MarkOf(DifferenceText difference) =>
        difference.Before is null ? "+" : difference.After is null ? "−" : "≠";
}
