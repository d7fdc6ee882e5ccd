using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// One gradient per slice of the batch, added up in the order of the slices; so the sum does not depend on which thread
/// computed which slice, nor when.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
internal sealed unsafe class SliceGradients<T>(int length, int slices)
    where T : unmanaged
{
    private readonly ImageBatch<T> _sums = new(ImageShape.Vector(length), slices);

    /// <summary>Sets the gradient of a slice to zero and returns its address.</summary>
    public T* Clear(int slice)
    {
        _sums.Image(slice).Clear();
        return _sums[slice];
    }

    /// <summary>The sum over the first slices of the vector at an index of the gradient.</summary>
    public TLanes Sum<TLanes>(int index, int slices)
        where TLanes : struct, ILanes<TLanes, T>
    {
        var sum = TLanes.Load(_sums[0] + index);
        for (var slice = 1; slice < slices; slice++)
            sum += TLanes.Load(_sums[slice] + index);
        return sum;
    }
}
