namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>Two points are the same when their coordinates are.</summary>
internal sealed class PointComparer : IEqualityComparer<double[]>, IAlternateEqualityComparer<ReadOnlySpan<double>, double[]>
{
    public static PointComparer Instance { get; } = new();

    public bool Equals(double[]? x, double[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(double[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<double> alternate, double[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<double> alternate)
    {
        var hash = default(HashCode);
        foreach (var coordinate in alternate)
            hash.Add(coordinate);
        return hash.ToHashCode();
    }

    public double[] Create(ReadOnlySpan<double> alternate) => alternate.ToArray();
}
