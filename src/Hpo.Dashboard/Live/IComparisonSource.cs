using Hpo.Comparisons.Running;
using Hpo.Figures.Comparisons;

namespace Hpo.Dashboard.Live;

/// <summary>Finds the comparisons that can be watched.</summary>
public interface IComparisonSource
{
    /// <summary>The comparison of an id; null when there is none.</summary>
    LiveComparison? Find(string id);

    /// <summary>What figures have to know of an objective.</summary>
    /// <param name="type">The objective's key in the catalog.</param>
    ComparedObjective Objective(string type);
}
