using static TorchSharp.torch;

namespace Hpo.Training.Torch.Data;

/// <summary>Examples to train on and examples to measure the error on. Shared by all trials of an objective, and by several threads: read-only.</summary>
public abstract class TorchData
{
    /// <summary>The number of examples to train on.</summary>
    public abstract int TrainingCount { get; }

    /// <summary>The number of examples on which the error is measured.</summary>
    public abstract int ValidationCount { get; }

    /// <summary>A batch of examples to train on. The caller disposes of both tensors.</summary>
    /// <param name="examples">Their numbers.</param>
    /// <param name="device">Where the tensors are to be.</param>
    public abstract (Tensor Inputs, Tensor Targets) Training(ReadOnlySpan<int> examples, Device device);

    /// <summary>A batch of successive examples to measure the error on. The caller disposes of both tensors.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="device">Where the tensors are to be.</param>
    public abstract (Tensor Inputs, Tensor Targets) Validation(int first, int count, Device device);
}
