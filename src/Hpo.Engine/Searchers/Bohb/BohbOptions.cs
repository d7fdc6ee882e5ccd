namespace Hpo.Engine.Searchers.Bohb;

/// <summary>The parameters of <see cref="BohbSearcher"/>; the defaults are those of the paper.</summary>
public sealed record BohbOptions
{
    /// <summary>The fraction of suggestions that is drawn at random all the same, in [0, 1].</summary>
    public double RandomFraction { get; init; } = 1 / 3.0;

    /// <summary>How many candidates are drawn for each suggestion, at least 1.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>The fraction of trials that counts as good, above 0 and below 1.</summary>
    public double TopFraction { get; init; } = 0.15;

    /// <summary>By how much the kernels of good trials are widened when candidates are drawn from them, at least 1.</summary>
    public double BandwidthFactor { get; init; } = 3;
}
