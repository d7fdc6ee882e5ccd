namespace Hpo.Engine.Objectives;

/// <summary>An evaluation that knows how long its epochs take where they were measured, for simulated time.</summary>
public interface ITimedEvaluation : IEvaluation
{
    /// <summary>How long the epoch took that <see cref="IEvaluation.RunEpoch"/> gave last; above zero.</summary>
    TimeSpan EpochTime { get; }
}
