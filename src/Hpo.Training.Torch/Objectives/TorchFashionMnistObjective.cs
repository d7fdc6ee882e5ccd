using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Objectives;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Objectives;

/// <summary>
/// One of our own objectives with libtorch in the place of our kernels: the same hyperparameters, the same first weights, the same order of the images.
/// </summary>
public abstract class TorchFashionMnistObjective : ModuleObjective
{
    private readonly FashionMnistObjective _own;

    private protected TorchFashionMnistObjective(FashionMnistObjective own, int? threadsPerTrial, TorchDevice device)
        : base(threadsPerTrial, device) => _own = own;

    /// <inheritdoc/>
    public sealed override string Name => _own.Name;

    /// <inheritdoc/>
    public sealed override ConfigSpace DefaultSpace => _own.DefaultSpace;

    /// <inheritdoc/>
    public sealed override Configuration DefaultConfiguration => _own.DefaultConfiguration;

    /// <inheritdoc/>
    public sealed override int DefaultMaxEpochs => _own.DefaultMaxEpochs;

    /// <inheritdoc/>
    public sealed override double? SmallestError => _own.SmallestError;

    /// <inheritdoc/>
    public sealed override double? LargestError => _own.LargestError;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => _own.CheckSpace(space);

    /// <summary>Makes the network, with any weights.</summary>
    private protected abstract nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial);

    private protected sealed override TorchData LoadData(CancellationToken cancellationToken) => new ImageData(_own.Data(cancellationToken));

    private protected sealed override void Demand(Configuration configuration, TorchData data) => _own.Demand(configuration, data.TrainingCount);

    private protected sealed override nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial, long seed)
    {
        var network = CreateNetwork(trial);
        OwnWeights.Copy(_own.CreateNetwork(trial.Configuration, 1, seed), network);
        return network.to(trial.Device);
    }

    private protected sealed override TorchPlan CreatePlan(nn.Module<Tensor, Tensor> network, Configuration configuration)
    {
        var (learningRate, batchSize) = _own.ReadSteps(configuration);
        return new(network, optim.SGD(network.parameters(), learningRate), batchSize, Classification.Loss, Classification.Mistakes);
    }
}
