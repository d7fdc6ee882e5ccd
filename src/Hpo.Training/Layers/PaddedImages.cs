namespace Hpo.Training.Layers;

/// <summary>Copies between images and images with a margin of zeros around them.</summary>
/// <typeparam name="T">The number.</typeparam>
internal sealed class PaddedImages<T>
    where T : unmanaged
{
    private readonly ImageShape _shape;
    private readonly int _padding;

    public PaddedImages(ImageShape shape, int padding, int capacity)
    {
        _shape = shape;
        _padding = padding;
        Batch = new ImageBatch<T>(PaddedShape(shape, padding), capacity);
    }

    /// <summary>The images with their margins.</summary>
    public ImageBatch<T> Batch { get; }

    public static ImageShape PaddedShape(ImageShape shape, int padding) =>
        new(shape.Height + 2 * padding, shape.Width + 2 * padding, shape.Channels);

    /// <summary>Copies an image inside its margin. The margin is zero from the start and is never written.</summary>
    public void CopyIn(ReadOnlySpan<T> source, int index)
    {
        var destination = Batch.Image(index);
        var rowLength = _shape.Width * _shape.Channels;
        for (var y = 0; y < _shape.Height; y++)
            source.Slice(y * rowLength, rowLength).CopyTo(destination[RowStart(y)..]);
    }

    /// <summary>Copies an image out of its margin.</summary>
    public void CopyOut(int index, Span<T> destination)
    {
        var source = Batch.Image(index);
        var rowLength = _shape.Width * _shape.Channels;
        for (var y = 0; y < _shape.Height; y++)
            source.Slice(RowStart(y), rowLength).CopyTo(destination[(y * rowLength)..]);
    }

    private int RowStart(int y) => ((y + _padding) * Batch.Shape.Width + _padding) * _shape.Channels;
}
