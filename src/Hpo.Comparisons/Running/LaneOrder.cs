using Hpo.Comparisons.Definitions;

namespace Hpo.Comparisons.Running;

/// <summary>The order in which repetitions run: the first of all methods, then the second, …, so that pairs complete early and early pictures are fair.</summary>
internal static class LaneOrder
{
    public static IEnumerable<Lane> Of(ComparisonDefinition definition) =>
        from repetition in Enumerable.Range(0, definition.Repetitions)
        from objective in Enumerable.Range(0, definition.Objectives.Length)
        from method in Enumerable.Range(0, definition.Methods.Length)
        select new Lane(objective, method, repetition);
}
