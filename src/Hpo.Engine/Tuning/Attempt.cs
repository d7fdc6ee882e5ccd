using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>One attempt at evaluating a trial: from its start, or from being resumed or run again, until it is paused, ends or is lost.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Number">Which attempt at it, from 1.</param>
internal readonly record struct Attempt(ActiveTrial Trial, int Number)
{
    /// <summary>Whether another one has taken its place, or is to, or the trial has ended: it has nothing to say any more. Asked with the lock of the run's state held.</summary>
    public bool IsOver => Number != Trial.Attempt || Trial.State is TrialState.Waiting or TrialState.Ended;

    /// <summary>Sees to it that it may still speak.</summary>
    /// <exception cref="OperationCanceledException">It may not.</exception>
    public void RequireCurrent()
    {
        if (IsOver)
            throw new OperationCanceledException($"Attempt {Number} at trial {Trial.Id} is over.");
    }
}
