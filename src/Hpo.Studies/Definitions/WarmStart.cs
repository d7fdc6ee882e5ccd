using System.Collections.Immutable;

namespace Hpo.Studies.Definitions;

/// <summary>
/// What the searcher of a study learns before it begins: pairs of configuration and error themselves, so that the study can be repeated anywhere,
/// whatever has become of the studies that they came from.
/// </summary>
public sealed record WarmStart
{
    /// <summary>The studies that they came from, for people.</summary>
    public ImmutableArray<StudyReference> Studies { get; init; } = [];

    /// <summary>The pairs, in the order in which they are learned: the best first.</summary>
    public required ImmutableArray<EarlierTrial> Trials { get; init; }
}
