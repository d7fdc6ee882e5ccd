namespace Hpo.Engine.Searchers.Evolution;

/// <summary>The parameters of an <see cref="EvolutionSearcher"/>.</summary>
public sealed record EvolutionOptions
{
    /// <summary>How many of the youngest trials are alive, at least 1; as many are drawn at random first.</summary>
    public int PopulationSize { get; init; } = 100;

    /// <summary>How many of the population compete to be the parent, from 1 to the population's size.</summary>
    public int SampleSize { get; init; } = 10;
}
