namespace Hpo.Engine.Schedulers;

/// <summary>How <see cref="SuccessiveHalvingScheduler"/> compares trials.</summary>
public sealed record SuccessiveHalvingOptions
{
    /// <summary>The first rung r_min: the number of epochs every trial gets; from 1 to the number of epochs of a full evaluation.</summary>
    public int MinEpochs { get; init; } = 1;

    /// <summary>η: one in so many trials goes on from a rung, and the next rung is so many times as far; at least 2.</summary>
    public int ReductionFactor { get; init; } = 2;

    /// <summary>How many trials of a round reach the last rung (the chapter's <c>prefact</c>); at least 1.</summary>
    public int Prefactor { get; init; } = 1;
}
