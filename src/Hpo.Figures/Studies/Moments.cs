namespace Hpo.Figures.Studies;

/// <summary>Moments of a study in seconds, equal to others with the same ones.</summary>
public sealed class Moments(IEnumerable<double> seconds) : IEquatable<Moments>
{
    /// <summary>The moments in seconds since the start of the study.</summary>
    public IReadOnlyList<double> Seconds { get; } = [.. seconds];

    /// <inheritdoc/>
    public bool Equals(Moments? other) => other is not null && Seconds.SequenceEqual(other.Seconds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Moments);

    /// <inheritdoc/>
    public override int GetHashCode() => Seconds.Count;
}
