using Hpo.Engine.Objectives;

namespace Hpo.Training.Objectives;

/// <summary>One training of a network. The network and its threads are made when the first epoch is asked for.</summary>
/// <param name="create">Makes the training from its beginning.</param>
/// <param name="checkpoint">Where it goes on; null for the beginning.</param>
internal sealed class TrainingEvaluation(Func<CancellationToken, ITraining> create, byte[]? checkpoint) : IEvaluation
{
    private ITraining? _training;

    /// <inheritdoc/>
    public int Epoch => _training is null && checkpoint is null ? 0 : Started(CancellationToken.None).Epoch;

    /// <inheritdoc/>
    public double RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Started(cancellationToken).RunEpoch(cancellationToken);
    }

    /// <inheritdoc/>
    public byte[] SaveCheckpoint() => Started(CancellationToken.None).SaveCheckpoint();

    /// <inheritdoc/>
    public void Dispose() => _training?.Dispose();

    private ITraining Started(CancellationToken cancellationToken)
    {
        if (_training is not null)
            return _training;
        _training = create(cancellationToken);
        if (checkpoint is not null)
            Restore(_training, checkpoint);
        return _training;
    }

    private static void Restore(ITraining training, byte[] checkpoint)
    {
        try
        {
            training.RestoreCheckpoint(checkpoint);
        }
        catch (Exception exception)
        {
            throw new UnusableCheckpointException(exception.Message, exception);
        }
    }
}
