using Hpo.Engine.Schedulers;

namespace Hpo.Engine.TestKit;

/// <summary>Something a scheduler decided in a simulation, and whom it concerned.</summary>
public abstract record SchedulerStep
{
    /// <summary>What a free worker was told.</summary>
    public sealed record Asked(int? NewTrialId, Decision Decision) : SchedulerStep;

    /// <summary>A report and the answer to it.</summary>
    public sealed record Reported(int TrialId, int Epoch, double Error, Verdict Verdict) : SchedulerStep;

    /// <summary>A trial failed.</summary>
    public sealed record Failed(int TrialId) : SchedulerStep;
}
