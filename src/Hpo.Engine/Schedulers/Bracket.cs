using System.Collections.Immutable;

namespace Hpo.Engine.Schedulers;

/// <summary>A ladder that trials climb: the numbers of epochs after which it is decided who goes on.</summary>
/// <param name="Rungs">The rungs in ascending order; the last is the number of epochs of a full evaluation.</param>
public sealed record Bracket(ImmutableArray<int> Rungs)
{
    /// <inheritdoc/>
    public bool Equals(Bracket? other) => other is not null && Rungs.SequenceEqual(other.Rungs);

    /// <inheritdoc/>
    public override int GetHashCode() => Rungs.Aggregate(0, HashCode.Combine);
}
