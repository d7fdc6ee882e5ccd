using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>The next trial, for which a searcher's work is still to be done, or has been done and waits for a worker.</summary>
/// <param name="propose">What was decided.</param>
/// <param name="decidedAfter">How many events there had been when it was decided.</param>
internal sealed class PendingSuggestion(Decision.Propose propose, int decidedAfter)
{
    public int DecidedAfter => decidedAfter;

    /// <summary>What the work has come to; null until it is done.</summary>
    public Decision.Start? Made { get; private set; }

    /// <summary>What the work took by the clock of the run.</summary>
    public TimeSpan DecisionTime { get; private set; }

    /// <summary>Does the work. It takes long: called once, and without the lock.</summary>
    public Decision.Start Work() => propose.Done();

    /// <summary>The work is done.</summary>
    public void Done(Decision.Start made, TimeSpan decisionTime) => (Made, DecisionTime) = (made, decisionTime);
}
