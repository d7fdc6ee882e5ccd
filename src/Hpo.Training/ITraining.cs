namespace Hpo.Training;

/// <summary>A training under way, an epoch at a time, whatever computes it.</summary>
internal interface ITraining : IDisposable
{
    /// <summary>The number of epochs done.</summary>
    int Epoch { get; }

    /// <summary>Runs the next epoch and gives the validation error after it; NaN when the training diverged.</summary>
    double RunEpoch(CancellationToken cancellationToken);

    /// <summary>Everything that a later training needs to go on from here exactly as this one would.</summary>
    byte[] SaveCheckpoint();

    /// <summary>Goes on from a checkpoint.</summary>
    void RestoreCheckpoint(byte[] checkpoint);
}
