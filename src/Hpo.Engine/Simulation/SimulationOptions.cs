using Hpo.Engine.Tuning;

namespace Hpo.Engine.Simulation;

/// <summary>How a study is simulated.</summary>
public sealed record SimulationOptions
{
    /// <summary>The number of trials that run at the same time, at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The number of epochs of a full evaluation; null for the objective's own.</summary>
    public int? MaxEpochs { get; init; }

    /// <summary>
    /// Ends the study after this simulated time, running trials included; null for no limit. What happens at that very moment still counts.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// Ends the study when its trials have run this many epochs together, running trials included; null for no limit. An epoch with an error that is
    /// not finite counts too.
    /// </summary>
    public int? EpochLimit { get; init; }

    /// <summary>Ends the study when the incumbent's error is this small or smaller; null for no target.</summary>
    public double? TargetError { get; init; }

    /// <summary>Ends a trial whose evaluation would take longer than this in simulated time, pauses not counted; null for no limit.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The seed of everything random in the evaluations.</summary>
    public long Seed { get; init; }

    /// <summary>What decisions are charged.</summary>
    public DecisionTime DecisionTime { get; init; } = new DecisionTime.Fixed(TimeSpan.FromMilliseconds(100));

    /// <summary>The date and time that the first event carries, for people.</summary>
    public DateTimeOffset StartedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The part that every tuner has.</summary>
    internal TunerOptions ForTuner() => new()
    {
        Workers = Workers,
        MaxEpochs = MaxEpochs,
        TimeLimit = TimeLimit,
        TargetError = TargetError,
        TrialTimeout = TrialTimeout,
        Seed = Seed,
    };
}
