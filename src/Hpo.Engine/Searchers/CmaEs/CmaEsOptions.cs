namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>How <see cref="CmaEsSearcher"/> searches.</summary>
public sealed record CmaEsOptions
{
    /// <summary>
    /// The standard deviation of the first samples, as a fraction of the range of every hyperparameter; above 0 and at most 1. With 1/6 the
    /// bounds are three standard deviations away from the centre.
    /// </summary>
    public double InitialStep { get; init; } = 1 / 6.0;

    /// <summary>
    /// How many trials make a generation, from 4 to 10,000; null for 4 + ⌊3 ln d⌋ with d hyperparameters (Hansen, 2016, table 1). It is doubled
    /// at every restart.
    /// </summary>
    public int? PopulationSize { get; init; }
}
