using static TorchSharp.torch;

namespace Hpo.Training.Torch.Data;

/// <summary>Examples in tensors, whose first dimension counts them.</summary>
public sealed class TensorData : TorchData
{
    private readonly (Tensor Inputs, Tensor Targets) _training, _validation;

    /// <summary>Takes over the tensors; the caller no longer changes them, nor disposes of them.</summary>
    /// <param name="training">What to train on.</param>
    /// <param name="validation">What to measure the error on.</param>
    /// <exception cref="ArgumentException">There are not as many inputs as targets, or none at all.</exception>
    public TensorData((Tensor Inputs, Tensor Targets) training, (Tensor Inputs, Tensor Targets) validation)
    {
        foreach (var (inputs, targets) in new[] { training, validation })
        {
            if (inputs.shape[0] != targets.shape[0] || inputs.shape[0] == 0)
                throw new ArgumentException($"{inputs.shape[0]} inputs are not examples with {targets.shape[0]} targets.");
            inputs.DetachFromDisposeScope();
            targets.DetachFromDisposeScope();
        }

        _training = training;
        _validation = validation;
    }

    /// <inheritdoc/>
    public override int TrainingCount => (int)_training.Inputs.shape[0];

    /// <inheritdoc/>
    public override int ValidationCount => (int)_validation.Inputs.shape[0];

    /// <inheritdoc/>
    public override (Tensor Inputs, Tensor Targets) Training(ReadOnlySpan<int> examples, Device device)
    {
        using var chosen = tensor([.. examples], int64, _training.Inputs.device);
        return (_training.Inputs.index_select(0, chosen).to(device, disposeAfter: true), _training.Targets.index_select(0, chosen).to(device, disposeAfter: true));
    }

    /// <inheritdoc/>
    public override (Tensor Inputs, Tensor Targets) Validation(int first, int count, Device device) =>
        (_validation.Inputs.narrow(0, first, count).to(device, disposeAfter: true), _validation.Targets.narrow(0, first, count).to(device, disposeAfter: true));
}
