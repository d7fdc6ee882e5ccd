using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Exports;

namespace Hpo.Comparisons.Running;

/// <summary>Whether results are equal, to the last bit.</summary>
public static class SameResults
{
    /// <summary>Whether two results are equal.</summary>
    public static bool Are(RepetitionResult one, RepetitionResult other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        // a record compares its list by reference: give both the same
        return one.Steps.SequenceEqual(other.Steps) && one == (other with { Steps = one.Steps });
    }

    /// <summary>Whether two comparisons have equal results, in whatever order they arrived.</summary>
    public static bool Are(IEnumerable<RepetitionResult> one, IEnumerable<RepetitionResult> other)
    {
        var (ones, others) = (Ordered(one), Ordered(other));
        return ones.Count == others.Count && ones.Zip(others).All(pair => Are(pair.First, pair.Second));
    }

    private static List<RepetitionResult> Ordered(IEnumerable<RepetitionResult> results) =>
        [.. ResultOrder.Of(results)];
}
