using Hpo.Training.Data;
using Hpo.Training.Objectives;
using Hpo.Training.Torch.Models;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Objectives;

/// <summary>What <see cref="DropoutMlpObjective"/> is, trained with libtorch. What is dropped comes from the trial's generator, and differs from ours.</summary>
public sealed class TorchDropoutMlpObjective : TorchFashionMnistObjective
{
    /// <summary>Makes the objective over a data set, which all trials share.</summary>
    /// <param name="data">The images.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; it changes the last digits.</param>
    /// <param name="device">Where trials compute.</param>
    public TorchDropoutMlpObjective(FashionMnist data, int? threadsPerTrial = null, TorchDevice device = TorchDevice.Automatic)
        : base(new DropoutMlpObjective(data), threadsPerTrial, device)
    {
    }

    /// <summary>Makes the objective over a data set that is loaded when the first trial starts.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; it changes the last digits.</param>
    /// <param name="device">Where trials compute.</param>
    public TorchDropoutMlpObjective(FashionMnistSource source, int? threadsPerTrial = null, TorchDevice device = TorchDevice.Automatic)
        : base(new DropoutMlpObjective(source), threadsPerTrial, device)
    {
    }

    private protected override nn.Module<Tensor, Tensor> CreateNetwork(TorchTrial trial) =>
        TorchModels.DropoutMlp(DropoutMlpObjective.Shape(trial.Configuration), trial.Generator);
}
