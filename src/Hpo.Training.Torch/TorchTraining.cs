using Hpo.Engine.Randomness;
using Hpo.Training.Data;
using Hpo.Training.Torch.Data;
using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>
/// Trains a module of libtorch, an epoch at a time. On the CPU the result depends on the seed, the hyperparameters and the number of threads alone.
/// What a batch allocates is freed with it. Used by one thread; those that libtorch starts for it inherit its low priority.
/// </summary>
internal sealed class TorchTraining : ITraining
{
    // validation examples go through the network in batches of at least this size
    private const int SmallestValidationBatch = 256;

    private readonly TorchPlan _plan;
    private readonly TorchData _data;
    private readonly TorchTrial _trial;
    private readonly long _seed;
    private readonly int _threads;
    private readonly int[] _order;

    /// <summary>Prepares a training that starts with the network as it is, and takes it over.</summary>
    /// <param name="plan">The network and how it is trained.</param>
    /// <param name="data">What it is trained on.</param>
    /// <param name="trial">Its generator and device, taken over too.</param>
    /// <param name="seed">The seed of the order and of the generator.</param>
    /// <param name="threads">The number of threads for one operation.</param>
    public TorchTraining(TorchPlan plan, TorchData data, TorchTrial trial, long seed, int threads)
    {
        _plan = plan;
        _data = data;
        _trial = trial;
        _seed = seed;
        _threads = threads;
        _order = new int[data.TrainingCount];
    }

    /// <inheritdoc/>
    public int Epoch { get; private set; }

    /// <inheritdoc/>
    public double RunEpoch(CancellationToken cancellationToken) => TorchErrors.InWords(() => TrainEpoch(cancellationToken));

    /// <inheritdoc/>
    public byte[] SaveCheckpoint() => TorchCheckpoint.Write(_plan.Network, _plan.Optimizer, Epoch);

    /// <inheritdoc/>
    public void RestoreCheckpoint(byte[] checkpoint) => Epoch = TorchCheckpoint.Read(checkpoint, _plan.Network, _plan.Optimizer);

    /// <inheritdoc/>
    public void Dispose()
    {
        _plan.Optimizer.Dispose();
        _plan.Network.Dispose();
        _trial.Generator.Dispose();
    }

    private double TrainEpoch(CancellationToken cancellationToken)
    {
        EpochOrder.Draw(_order, _seed, Epoch);
        // anew for each epoch, so that a resumed training needs to know nothing else about it
        _trial.Generator.manual_seed(RandomStream.DeriveSeed(_seed, Epoch, "torch"));
        set_num_threads(_threads);
        _plan.Network.train();
        var loss = 0.0;
        for (var start = 0; start < _order.Length; start += _plan.BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            loss += TrainBatch(_order.AsSpan(start, Math.Min(_plan.BatchSize, _order.Length - start)));
        }

        Epoch++;
        var error = Evaluate(cancellationToken);
        return double.IsFinite(loss) && ParametersAreFinite() ? error : double.NaN;
    }

    private double TrainBatch(ReadOnlySpan<int> examples)
    {
        using var scope = NewDisposeScope();
        var (inputs, targets) = _data.Training(examples, _trial.Device);
        _plan.Optimizer.zero_grad();
        var loss = _plan.Loss(_plan.Network.call(inputs), targets);
        loss.backward();
        _plan.Optimizer.step();
        return loss.to(float64).item<double>() * examples.Length;
    }

    private double Evaluate(CancellationToken cancellationToken)
    {
        using var noGradient = no_grad();
        _plan.Network.eval();
        var mistakes = 0.0;
        var size = Math.Max(_plan.BatchSize, SmallestValidationBatch);
        for (var first = 0; first < _data.ValidationCount; first += size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var (inputs, targets) = _data.Validation(first, Math.Min(size, _data.ValidationCount - first), _trial.Device);
            mistakes += _plan.Mistakes(_plan.Network.call(inputs), targets).to(float64).item<double>();
        }

        return mistakes / _data.ValidationCount;
    }

    private bool ParametersAreFinite()
    {
        using var scope = NewDisposeScope();
        return _plan.Network.parameters().All(parameter => isfinite(parameter).all().item<bool>());
    }
}
