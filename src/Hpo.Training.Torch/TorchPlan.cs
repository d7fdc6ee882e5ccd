using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>How a trial is trained.</summary>
/// <param name="Network">The network, with its first weights, where it computes.</param>
/// <param name="Optimizer">What changes its parameters.</param>
/// <param name="BatchSize">The number of examples between two steps; the last batch of an epoch may be smaller.</param>
/// <param name="Loss">The mean loss of a batch from outputs and targets.</param>
/// <param name="Mistakes">The sum of the errors of a batch from outputs and targets.</param>
internal sealed record TorchPlan(
    nn.Module<Tensor, Tensor> Network,
    optim.Optimizer Optimizer,
    int BatchSize,
    Func<Tensor, Tensor, Tensor> Loss,
    Func<Tensor, Tensor, Tensor> Mistakes);
