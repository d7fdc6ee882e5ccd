namespace Hpo.Training.Layers;

/// <summary>
/// The shape of one image, or of what a layer makes of it. Images are stored channels last: the channels of a pixel are
/// neighbours, then the pixels of a row, then the rows. A plain vector is a 1×1 image.
/// </summary>
/// <param name="Height">The number of rows.</param>
/// <param name="Width">The number of pixels in a row.</param>
/// <param name="Channels">The number of channels of a pixel.</param>
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>The number of elements.</summary>
    public int Size => Height * Width * Channels;

    /// <summary>The shape of a vector of so many features.</summary>
    public static ImageShape Vector(int features) => new(1, 1, features);

    /// <inheritdoc/>
    public override string ToString() => $"{Height}×{Width}×{Channels}";
}
