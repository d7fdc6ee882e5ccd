using Hpo.Engine.Objectives;
using Hpo.Training.Data;

namespace Hpo.Training.Objectives;

/// <summary>One training of a network. The network and its threads are made when the first epoch is asked for.</summary>
internal sealed class TrainingEvaluation : IEvaluation
{
    private readonly Func<CancellationToken, FashionMnist> _data;
    private readonly Func<FashionMnist, EvaluationRequest, Trainer> _createTrainer;
    private readonly EvaluationRequest _request;
    private Trainer? _trainer;

    public TrainingEvaluation(
        Func<CancellationToken, FashionMnist> data, Func<FashionMnist, EvaluationRequest, Trainer> createTrainer, EvaluationRequest request)
    {
        _data = data;
        _createTrainer = createTrainer;
        _request = request;
    }

    /// <inheritdoc/>
    public int Epoch => _trainer is null && _request.Checkpoint is null ? 0 : Started(CancellationToken.None).Epoch;

    /// <inheritdoc/>
    public double RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Started(cancellationToken).RunEpoch(cancellationToken);
    }

    /// <inheritdoc/>
    public byte[] SaveCheckpoint() => Started(CancellationToken.None).SaveCheckpoint();

    /// <inheritdoc/>
    public void Dispose() => _trainer?.Dispose();

    private Trainer Started(CancellationToken cancellationToken)
    {
        if (_trainer is not null)
            return _trainer;
        _trainer = _createTrainer(_data(cancellationToken), _request);
        if (_request.Checkpoint is not null)
            _trainer.RestoreCheckpoint(_request.Checkpoint);
        return _trainer;
    }
}
