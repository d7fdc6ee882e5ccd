namespace Hpo.Engine.Schedulers;

/// <summary>How <see cref="MedianStoppingScheduler"/> judges trials.</summary>
public sealed record MedianStoppingOptions
{
    /// <summary>How many epochs every trial gets before it may be stopped; at least 0.</summary>
    public int GraceEpochs { get; init; } = 1;

    /// <summary>How many other trials must have reached an epoch before anyone is stopped there; at least 1.</summary>
    public int MinTrials { get; init; } = 3;
}
