using Hpo.Engine.Objectives;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Simulation;

/// <summary>A worker of a simulation: free, or busy until a moment that stands in the queue.</summary>
/// <param name="number">Its number, from 0.</param>
internal sealed class SimulatedWorker(int number)
{
    public int Number { get; } = number;

    /// <summary>What has been decided on for it and not begun, because the decision still takes time; null otherwise.</summary>
    public Assignment? Assignment { get; set; }

    /// <summary>What that decision is charged.</summary>
    public TimeSpan DecisionTime { get; set; }

    /// <summary>What it runs; null when it runs nothing.</summary>
    public Attempt? Attempt { get; set; }

    /// <summary>The evaluation of its trial; null until its first epoch.</summary>
    public IEvaluation? Evaluation { get; set; }

    /// <summary>The error that will be known at the end of the epoch it runs.</summary>
    public double Error { get; set; }

    /// <summary>Whether the trial will have taken too long before the epoch ends.</summary>
    public bool IsTimingOut { get; set; }

    /// <summary>How much had changed in the run when it was told to wait; null while it was not.</summary>
    public long? WaitsSince { get; set; }

    /// <summary>Whether there is nothing for it any more.</summary>
    public bool HasLeft { get; set; }

    public bool IsFree => Assignment is null && Attempt is null && !HasLeft;

    /// <summary>Lets go of its trial.</summary>
    public void Release()
    {
        var evaluation = Evaluation;
        (Attempt, Evaluation, IsTimingOut) = (null, null, false);
        evaluation?.Dispose();
    }
}
