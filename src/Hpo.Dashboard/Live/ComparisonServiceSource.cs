using Hpo.Comparisons.Running;
using Hpo.Figures.Comparisons;
using Hpo.Figures.Studies;

namespace Hpo.Dashboard.Live;

/// <summary>The comparisons of this dashboard.</summary>
public sealed class ComparisonServiceSource(ComparisonService comparisons) : IComparisonSource
{
    /// <inheritdoc/>
    public LiveComparison? Find(string id) => comparisons.Find(id);

    /// <inheritdoc/>
    public ComparedObjective Objective(string type)
    {
        var entry = comparisons.Catalog.Objectives.Find(type);
        return new(entry?.Name ?? type, ObjectiveFacts.Of(entry).Measures, entry?.KnownMinimum);
    }
}
