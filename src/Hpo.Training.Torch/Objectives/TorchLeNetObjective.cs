using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Torch.Models;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Objectives;

/// <summary>What <see cref="LeNetObjective"/> is, trained with libtorch.</summary>
public sealed class TorchLeNetObjective : TorchFashionMnistObjective
{
    private readonly LeNetVariant _variant;

    /// <summary>Makes the objective over a data set, which all trials share.</summary>
    /// <param name="data">The images.</param>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; it changes the last digits.</param>
    /// <param name="device">Where trials compute.</param>
    public TorchLeNetObjective(
        FashionMnist data, LeNetVariant variant = LeNetVariant.Modern, int? threadsPerTrial = null, TorchDevice device = TorchDevice.Automatic)
        : base(new LeNetObjective(data, variant), threadsPerTrial, device) => _variant = variant;

    /// <summary>Makes the objective over a data set that is loaded when the first trial starts.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; it changes the last digits.</param>
    /// <param name="device">Where trials compute.</param>
    public TorchLeNetObjective(
        FashionMnistSource source, LeNetVariant variant = LeNetVariant.Modern, int? threadsPerTrial = null, TorchDevice device = TorchDevice.Automatic)
        : base(new LeNetObjective(source, variant), threadsPerTrial, device) => _variant = variant;

    private protected override nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial) => TorchModels.LeNet(_variant);
}
