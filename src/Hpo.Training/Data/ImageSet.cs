using System.Runtime.Intrinsics;

namespace Hpo.Training.Data;

/// <summary>Grey images of one size with their classes. Read-only: all trials share one.</summary>
public sealed class ImageSet
{
    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>Takes over the images and labels; the caller no longer changes them.</summary>
    /// <param name="height">The number of rows of an image.</param>
    /// <param name="width">The number of pixels in a row.</param>
    /// <param name="pixels">The grey values, 0 to 255, image after image and row after row.</param>
    /// <param name="labels">The class of each image.</param>
    /// <exception cref="ArgumentException">The numbers of pixels and labels do not fit together.</exception>
    public ImageSet(int height, int width, byte[] pixels, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.Length != (long)labels.Length * height * width)
            throw new ArgumentException($"{pixels.Length} pixels are not {labels.Length} images of {height}×{width}.", nameof(pixels));
        Height = height;
        Width = width;
        _pixels = pixels;
        _labels = labels;
    }

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>The number of rows of an image.</summary>
    public int Height { get; }

    /// <summary>The number of pixels in a row.</summary>
    public int Width { get; }

    /// <summary>The class of each image.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>The grey values of an image.</summary>
    public ReadOnlySpan<byte> Pixels(int image) => _pixels.AsSpan(image * Height * Width, Height * Width);

    /// <summary>The first images, as a set of their own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public ImageSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new ImageSet(Height, Width, _pixels[..(count * Height * Width)], _labels[..count]);
    }

    /// <summary>Writes an image with grey values scaled to [0, 1].</summary>
    /// <param name="image">The number of the image.</param>
    /// <param name="destination">At least as long as an image.</param>
    public void CopyScaled(int image, Span<float> destination)
    {
        const float Scale = 1f / 255f;
        var source = Pixels(image);
        var i = 0;
        for (; i + Vector128<byte>.Count <= source.Length; i += Vector128<byte>.Count)
        {
            var (lower, upper) = Vector128.Widen(Vector128.Create(source[i..]));
            Scaled(lower).CopyTo(destination[i..]);
            Scaled(upper).CopyTo(destination[(i + 8)..]);
        }

        for (; i < source.Length; i++)
            destination[i] = source[i] * Scale;

        static Vector256<float> Scaled(Vector128<ushort> values)
        {
            var (lower, upper) = Vector128.Widen(values);
            return Vector256.ConvertToSingle(Vector256.Create(lower, upper).AsInt32()) * Scale;
        }
    }
}
