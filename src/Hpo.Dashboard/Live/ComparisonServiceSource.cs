using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Live;

/// <summary>The comparisons of this dashboard.</summary>
public sealed class ComparisonServiceSource(ComparisonService comparisons) : IComparisonSource
{
    /// <inheritdoc/>
    public LiveComparison? Find(string id) => comparisons.Find(id);

    /// <inheritdoc/>
    public double? KnownMinimum(string type) => comparisons.Catalog.Objectives.Find(type)?.KnownMinimum;
}
