namespace Hpo.Training.Layers;

/// <summary>What a layer must make room for.</summary>
/// <param name="Capacity">The largest number of images in a batch.</param>
/// <param name="NeedsInputGradient">Whether an earlier layer needs the gradient with respect to this layer's input.</param>
public readonly record struct LayerOptions(int Capacity, bool NeedsInputGradient = true)
{
    /// <summary>The largest number of slices of a batch.</summary>
    public int Slices => BatchSlice.CountFor(Capacity);
}
