using Hpo.Comparisons.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>A comparison for those who have its code: plain HTML that our scripts fill.</summary>
public sealed partial class ComparisonWatch
{
    /// <summary>The comparison.</summary>
    [Parameter, EditorRequired]
    public LiveComparison Comparison { get; set; } = default!;

    /// <summary>Its code.</summary>
    [Parameter, EditorRequired]
    public string Code { get; set; } = "";

    /// <summary>Where it is watched.</summary>
    [Parameter, EditorRequired]
    public Uri Address { get; set; } = default!;

    private ComparisonSnapshot Snapshot => Comparison.Snapshot;
}
