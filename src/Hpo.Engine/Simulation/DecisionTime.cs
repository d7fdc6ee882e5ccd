namespace Hpo.Engine.Simulation;

/// <summary>
/// What the decision about a worker's next trial is charged in simulated time. All that the scheduler is asked until it gives the worker a
/// trial is one decision; being told to wait costs nothing.
/// </summary>
public abstract record DecisionTime
{
    private DecisionTime()
    {
    }

    /// <summary>A time stamp for <see cref="Since"/>.</summary>
    internal virtual long Begin() => 0;

    /// <summary>What a decision is charged that began at a time stamp and is made now.</summary>
    internal abstract TimeSpan Since(long began);

    /// <summary>Decisions take no time.</summary>
    public sealed record None : DecisionTime
    {
        internal override TimeSpan Since(long began) => TimeSpan.Zero;
    }

    /// <summary>Every decision takes the same time, on every machine.</summary>
    /// <param name="Time">How long, at least zero.</param>
    public sealed record Fixed(TimeSpan Time) : DecisionTime
    {
        internal override TimeSpan Since(long began) => Time;
    }

    /// <summary>A decision takes what it really took; such a simulation cannot be repeated exactly.</summary>
    /// <param name="Clock">What it is measured with; null for the system's clock.</param>
    public sealed record Measured(TimeProvider? Clock = null) : DecisionTime
    {
        internal override long Begin() => (Clock ?? TimeProvider.System).GetTimestamp();

        internal override TimeSpan Since(long began) => (Clock ?? TimeProvider.System).GetElapsedTime(began);
    }
}
