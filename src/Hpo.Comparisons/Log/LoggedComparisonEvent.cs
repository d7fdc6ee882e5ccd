namespace Hpo.Comparisons.Log;

/// <summary>An event with its place in the log.</summary>
/// <param name="ComparisonId">The comparison it belongs to.</param>
/// <param name="Sequence">Its number in the comparison's log: 1, 2, 3, … without gaps.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedComparisonEvent(string ComparisonId, long Sequence, ComparisonEvent Event);
