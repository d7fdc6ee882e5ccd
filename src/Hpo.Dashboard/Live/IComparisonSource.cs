using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Live;

/// <summary>Finds the comparisons that can be watched.</summary>
public interface IComparisonSource
{
    /// <summary>The comparison of an id; null when there is none.</summary>
    LiveComparison? Find(string id);

    /// <summary>The smallest possible error of an objective; null where it is not known.</summary>
    /// <param name="type">The objective's key in the catalog.</param>
    double? KnownMinimum(string type);
}
