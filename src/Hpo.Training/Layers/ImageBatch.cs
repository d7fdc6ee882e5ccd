using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The images of a mini-batch, or their gradients, one after the other. Between two images there is room for one vector, so that a
/// kernel that writes whole vectors never touches the next image, which another thread may own; that room is not part of the data.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class ImageBatch<T>
    where T : unmanaged
{
    private readonly AlignedArray<T> _elements;

    /// <summary>Makes room for <paramref name="capacity"/> images, all zero.</summary>
    public ImageBatch(ImageShape shape, int capacity)
    {
        Shape = shape;
        Capacity = capacity;
        Pitch = AlignedArray.RoundUp(shape.Size + AlignedArray.MaxLanes, AlignedArray.MaxLanes);
        _elements = new AlignedArray<T>(capacity * Pitch);
    }

    /// <summary>The shape of each image.</summary>
    public ImageShape Shape { get; }

    /// <summary>The number of images there is room for.</summary>
    public int Capacity { get; }

    /// <summary>The distance from an image to the next, in elements.</summary>
    public int Pitch { get; }

    /// <summary>The address of an image.</summary>
    public T* this[int image] => _elements.Pointer + (nint)image * Pitch;

    /// <summary>The elements of an image.</summary>
    public Span<T> Image(int image) => _elements.Span.Slice(image * Pitch, Shape.Size);
}
