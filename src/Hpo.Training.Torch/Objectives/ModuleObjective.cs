using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Training.Objectives;
using Hpo.Training.Torch.Data;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Objectives;

/// <summary>
/// The error of a module of libtorch as a function of its hyperparameters, after each epoch of a training. On the CPU and with the same number of
/// threads, the same seed gives the same errors, bit for bit, also after a pause and beside other trials; another number of threads gives other
/// last digits.
/// </summary>
public abstract class ModuleObjective : Objective
{
    private readonly int _threadsPerTrial;
    private readonly TorchDevice _device;

    private protected ModuleObjective(int? threadsPerTrial, TorchDevice device)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threadsPerTrial ?? 1, 1, nameof(threadsPerTrial));
        _threadsPerTrial = threadsPerTrial ?? Environment.ProcessorCount;
        _device = device;
    }

    /// <inheritdoc/>
    public sealed override bool HasCheckpoints => true;

    /// <inheritdoc/>
    /// <remarks>The first epoch throws a <see cref="TorchUnavailableException"/> where there is no libtorch, or no such device.</remarks>
    public sealed override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new TrainingEvaluation(cancellationToken => TorchErrors.InWords(() => CreateTraining(request, cancellationToken)), request.Checkpoint);
    }

    /// <summary>What all trials are trained on; waits while it is being loaded.</summary>
    private protected abstract TorchData LoadData(CancellationToken cancellationToken);

    /// <summary>Refuses a configuration that cannot be trained with.</summary>
    private protected abstract void Demand(Configuration configuration, TorchData data);

    /// <summary>Makes the network of a trial with its first weights, where it computes.</summary>
    private protected abstract nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial, long seed);

    /// <summary>Says how a network is trained.</summary>
    private protected abstract TorchPlan CreatePlan(nn.Module<Tensor, Tensor> network, Configuration configuration);

    private TorchTraining CreateTraining(EvaluationRequest request, CancellationToken cancellationToken)
    {
        var device = TorchDevices.Find(_device);
        var data = LoadData(cancellationToken);
        Demand(request.Configuration, data);
        set_num_threads(_threadsPerTrial);
        var generator = new Generator(unchecked((ulong)RandomStream.DeriveSeed(request.Seed, 0, "torch weights")), device);
        var trial = new TorchTrial(request.Configuration, generator, device);
        nn.Module<Tensor, Tensor>? network = null;
        try
        {
            network = CreateOnlyNetwork(trial, request.Seed);
            return new TorchTraining(CreatePlan(network, request.Configuration), data, trial, request.Seed, _threadsPerTrial);
        }
        catch
        {
            network?.Dispose();
            generator.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A network and nothing else: what its layers leave behind while they are made, such as views that keep their weights, is freed at once, and
    /// so is what was made of a network that is not completed for want of memory.
    /// </summary>
    private nn.Module<Tensor, Tensor> CreateOnlyNetwork(TorchTrial trial, long seed)
    {
        using var scope = NewDisposeScope();
        var network = CreateNetwork(trial, seed);
        foreach (var kept in network.parameters().Concat(network.buffers()))
            kept.DetachFromDisposeScope();
        return network;
    }
}
