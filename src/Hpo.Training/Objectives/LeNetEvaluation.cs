using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Training.Data;
using Hpo.Training.Models;

namespace Hpo.Training.Objectives;

/// <summary>One training of a LeNet. The network and its threads are made when the first epoch is asked for.</summary>
internal sealed class LeNetEvaluation : IEvaluation
{
    // validation images go through the network in batches of at least this size, to keep all threads busy
    private const int SmallestCapacity = 128;

    private readonly Func<CancellationToken, FashionMnist> _data;
    private readonly LeNetVariant _variant;
    private readonly int _threads;
    private readonly EvaluationRequest _request;
    private Trainer? _trainer;

    public LeNetEvaluation(Func<CancellationToken, FashionMnist> data, LeNetVariant variant, int threads, EvaluationRequest request)
    {
        _data = data;
        _variant = variant;
        _threads = threads;
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

    private Trainer Started(CancellationToken cancellationToken) => _trainer ??= StartTrainer(_data(cancellationToken));

    private Trainer StartTrainer(FashionMnist data)
    {
        var options = LeNetSpaceCheck.ReadOptions(_request.Configuration, data.Training.Count, _request.Seed, _threads);
        var weights = RandomStream.Derive(_request.Seed, 0, "weights");
        var network = LeNet.Create(_variant, Math.Max(options.BatchSize, SmallestCapacity), weights);
        var trainer = new Trainer(network, data.Training, data.Validation, options);
        if (_request.Checkpoint is not null)
            trainer.RestoreCheckpoint(_request.Checkpoint);
        return trainer;
    }
}
