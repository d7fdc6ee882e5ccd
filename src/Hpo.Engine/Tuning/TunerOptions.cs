namespace Hpo.Engine.Tuning;

/// <summary>How a tuner runs its trials.</summary>
public sealed record TunerOptions
{
    /// <summary>The longest time that <see cref="TimeLimit"/> and <see cref="TrialTimeout"/> may be: what a timer can wait for.</summary>
    public static TimeSpan LongestLimit { get; } = TimeSpan.FromDays(49);

    /// <summary>The number of trials that run at the same time, at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The number of epochs of a full evaluation; null for the objective's own.</summary>
    public int? MaxEpochs { get; init; }

    /// <summary>Ends the study after this time, running trials included; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Ends the study when the incumbent's error is this small or smaller; null for no target.</summary>
    public double? TargetError { get; init; }

    /// <summary>Ends a trial that runs longer than this, pauses not counted; null for no limit.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The seed of everything random in the evaluations.</summary>
    public long Seed { get; init; }
}
