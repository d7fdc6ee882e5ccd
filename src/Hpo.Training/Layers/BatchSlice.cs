namespace Hpo.Training.Layers;

/// <summary>
/// A few neighbouring images of a mini-batch that go through the whole network together, so that what one layer writes is still in
/// the cache when the next reads it. How a batch is cut depends on its size alone, never on the number of threads: every slice sums
/// its gradient in a place of its own, and the places are added up in their order, so results are the same for any number of threads.
/// </summary>
/// <param name="Index">The number of the slice, from 0.</param>
/// <param name="First">The first image.</param>
/// <param name="Count">The number of images.</param>
public readonly record struct BatchSlice(int Index, int First, int Count)
{
    // ten images are two register tiles of the dense layers, and what they need together stays within 512 KB
    private const int TargetSize = 10;

    /// <summary>The image after the last.</summary>
    public int End => First + Count;

    /// <summary>The number of slices of a batch: even, so that two threads have the same to do.</summary>
    /// <param name="images">The number of images in the batch.</param>
    public static int CountFor(int images) =>
        images == 1 ? 1 : Kernels.AlignedArray.RoundUp((images + TargetSize - 1) / TargetSize, 2);

    /// <summary>Slice number <paramref name="index"/> of a batch; sizes differ by at most one.</summary>
    public static BatchSlice Of(int images, int index)
    {
        var slices = CountFor(images);
        var first = (int)((long)images * index / slices);
        return new BatchSlice(index, first, (int)((long)images * (index + 1) / slices) - first);
    }
}
