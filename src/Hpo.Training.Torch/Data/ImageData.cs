using System.Runtime.InteropServices;
using Hpo.Training.Data;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Data;

/// <summary>
/// Fashion-MNIST: inputs of [images, 1, 28, 28] with grey values of [0, 1], the classes as targets. The images stay as they are in memory; a batch is
/// made when it is asked for.
/// </summary>
/// <param name="data">The images.</param>
public sealed class ImageData(FashionMnist data) : TorchData
{
    /// <inheritdoc/>
    public override int TrainingCount => data.Training.Count;

    /// <inheritdoc/>
    public override int ValidationCount => data.Validation.Count;

    /// <inheritdoc/>
    public override (Tensor Inputs, Tensor Targets) Training(ReadOnlySpan<int> examples, Device device) => Batch(data.Training, examples, device);

    /// <inheritdoc/>
    public override (Tensor Inputs, Tensor Targets) Validation(int first, int count, Device device) =>
        Batch(data.Validation, [.. Enumerable.Range(first, count)], device);

    private static (Tensor Inputs, Tensor Targets) Batch(ImageSet set, ReadOnlySpan<int> examples, Device device)
    {
        var inputs = empty([examples.Length, 1, set.Height, set.Width], float32);
        var targets = empty([examples.Length], int64);
        var pixels = MemoryMarshal.Cast<byte, float>(inputs.bytes);
        var labels = MemoryMarshal.Cast<byte, long>(targets.bytes);
        var size = set.Height * set.Width;
        for (var i = 0; i < examples.Length; i++)
        {
            set.CopyScaled(examples[i], pixels.Slice(i * size, size));
            labels[i] = set.Labels[examples[i]];
        }

        return (inputs.to(device, disposeAfter: true), targets.to(device, disposeAfter: true));
    }
}
