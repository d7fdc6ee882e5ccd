using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Hpo.Engine.Randomness;
using Hpo.Training.Data;

namespace Hpo.Training.Tests.Data;

/// <summary>A small data set that can be learnt: images of ten classes, each a bright spot at a place of its own plus noise.</summary>
internal static class FakeFashionMnist
{
    public static FashionMnist InMemory(int training = 600, int validation = 200) =>
        new(Draw(training, "training"), Draw(validation, "validation"));

    /// <summary>Writes the four files, packed as the real ones, and returns their names and checksums.</summary>
    public static FashionMnistFiles Write(string folder, int training = 30, int validation = 20)
    {
        var data = InMemory(training, validation);
        var names = FashionMnistFiles.Official;
        return new FashionMnistFiles(
            Pack(folder, names.TrainingImages.Name, ImageFile(data.Training)),
            Pack(folder, names.TrainingLabels.Name, LabelFile(data.Training)),
            Pack(folder, names.ValidationImages.Name, ImageFile(data.Validation)),
            Pack(folder, names.ValidationLabels.Name, LabelFile(data.Validation)));
    }

    public static DataFile Pack(string folder, string name, byte[] content)
    {
        using var file = File.Create(Path.Combine(folder, name));
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        packed.Write(content);
        return new DataFile(name, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    public static byte[] ImageFile(ImageSet images)
    {
        var content = new byte[16 + images.Count * images.Height * images.Width];
        Header(content, 0x0803, images.Count, images.Height, images.Width);
        for (var image = 0; image < images.Count; image++)
            images.Pixels(image).CopyTo(content.AsSpan(16 + image * images.Height * images.Width));
        return content;
    }

    public static byte[] LabelFile(ImageSet images)
    {
        var content = new byte[8 + images.Count];
        Header(content, 0x0801, images.Count);
        images.Labels.CopyTo(content.AsSpan(8));
        return content;
    }

    private static void Header(byte[] content, params int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4 * i), numbers[i]);
    }

    private static ImageSet Draw(int count, string purpose)
    {
        var random = RandomStream.Derive(11, 0, purpose);
        var pixels = new byte[count * 28 * 28];
        var labels = new byte[count];
        for (var image = 0; image < count; image++)
        {
            labels[image] = (byte)random.Next(FashionMnist.Classes);
            var picture = pixels.AsSpan(image * 28 * 28, 28 * 28);
            foreach (ref var pixel in picture)
                pixel = (byte)random.Next(120);
            var (row, column) = Math.DivRem((int)labels[image], 4);
            for (var y = 0; y < 6; y++)
                picture.Slice((3 + 8 * row + y) * 28 + 1 + 7 * column, 6).Fill((byte)(180 + random.Next(70)));
        }

        return new ImageSet(28, 28, pixels, labels);
    }
}
