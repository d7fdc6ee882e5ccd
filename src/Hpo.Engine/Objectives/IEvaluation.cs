namespace Hpo.Engine.Objectives;

/// <summary>
/// A trial under evaluation, advanced an epoch at a time by whoever runs it, so that the decision to go on, pause or stop
/// stays with the scheduler. Used by one thread.
/// </summary>
public interface IEvaluation : IDisposable
{
    /// <summary>The number of epochs done, those before a checkpoint included.</summary>
    int Epoch { get; }

    /// <summary>Runs the next epoch and returns the validation error after it; NaN or infinite when the training diverged.</summary>
    /// <exception cref="OperationCanceledException">Cancellation was asked for; it is obeyed within an epoch's step.</exception>
    /// <exception cref="UnusableCheckpointException">
    /// This is the first epoch after a checkpoint, which is read only now, and it cannot go on from that.
    /// </exception>
    double RunEpoch(CancellationToken cancellationToken);

    /// <summary>
    /// Everything needed to go on later, in another evaluation of the same request, exactly as if there had been no interruption.
    /// </summary>
    /// <exception cref="NotSupportedException">The objective has no checkpoints (<see cref="Objective.HasCheckpoints"/>).</exception>
    byte[] SaveCheckpoint();
}
