namespace Hpo.Engine.Schedulers;

/// <summary>How <see cref="HyperbandScheduler"/> compares trials.</summary>
public sealed record HyperbandOptions
{
    /// <summary>
    /// The smallest number of epochs after which a trial may be judged: the boldest bracket begins at R·η^−s with the largest s for which that is not
    /// below it; from 1 to the number of epochs of a full evaluation.
    /// </summary>
    public int MinEpochs { get; init; } = 1;

    /// <summary>η: one in so many trials goes on from a rung, and the next rung is so many times as far; at least 2.</summary>
    public int ReductionFactor { get; init; } = 3;
}
