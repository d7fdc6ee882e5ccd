using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Hpo.Training.Data;

/// <summary>
/// Reads the gzip-packed IDX format of the MNIST family: a big-endian header (0x00000803 for images: count, rows, columns;
/// 0x00000801 for labels: count) and then one byte for each pixel or label (LeCun, Cortes and Burges, 1998).
/// </summary>
internal static class IdxReader
{
    private const int ImageMagic = 0x0803;
    private const int LabelMagic = 0x0801;

    // far above any data set of the family; keeps a wrong file from filling the memory
    private const long LargestContent = 1L << 30;

    public static ImageSet ReadImageSet(string folder, DataFile imageFile, DataFile labelFile, int classes)
    {
        var images = ReadContent(folder, imageFile);
        var labels = ReadContent(folder, labelFile);
        var (count, height, width) = ReadImageHeader(Path.Combine(folder, imageFile.Name), images);
        var labelCount = ReadLabelHeader(Path.Combine(folder, labelFile.Name), labels);
        if (count != labelCount)
            throw Wrong(Path.Combine(folder, labelFile.Name), $"it has {labelCount} labels for {count} images");
        var classOfImage = labels[8..];
        if (classOfImage.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1)) is >= 0 and var place)
            throw Wrong(Path.Combine(folder, labelFile.Name), $"label {place} is {classOfImage[place]}, but there are only {classes} classes");
        return new ImageSet(height, width, images[16..], classOfImage);
    }

    /// <summary>Unpacks a file and checks its content.</summary>
    /// <exception cref="DataSetException">The file is missing, truncated, corrupt or another one.</exception>
    public static byte[] ReadContent(string folder, DataFile file)
    {
        var path = Path.Combine(folder, file.Name);
        var content = Unpack(path);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != file.ContentSha256)
            throw Wrong(path, "its content does not have the published checksum");
        return content;
    }

    private static byte[] Unpack(string path)
    {
        try
        {
            using var packed = File.OpenRead(path);
            using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            using var content = new MemoryStream(ExpectedLength(packed));
            var buffer = new byte[1 << 16];
            for (var count = unpacked.Read(buffer); count > 0; count = unpacked.Read(buffer))
            {
                if (content.Length + count > LargestContent)
                    throw Wrong(path, "it unpacks to more than a gigabyte");
                content.Write(buffer, 0, count);
            }

            return content.ToArray();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataSetException(path, $"The file {path} is missing. {Advice}", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Wrong(path, "it is truncated or corrupt", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException(path, $"The file {path} cannot be read: {exception.Message} Check its permissions and the disk.", exception);
        }
    }

    private const string Advice =
        "Delete it and download it again, or install the Debian package dataset-fashion-mnist, or name a folder that has the four files.";

    /// <summary>The length of the content that the end of a gzip file tells; only a hint for the first allocation.</summary>
    private static int ExpectedLength(FileStream packed)
    {
        Span<byte> trailer = stackalloc byte[4];
        if (packed.Length < 18)
            return 0;
        packed.Position = packed.Length - 4;
        packed.ReadExactly(trailer);
        packed.Position = 0;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        return length < 1 << 27 ? (int)length : 0;
    }

    private static (int Count, int Height, int Width) ReadImageHeader(string path, byte[] content)
    {
        if (content.Length < 16 || BinaryPrimitives.ReadInt32BigEndian(content) != ImageMagic)
            throw Wrong(path, "it is not an IDX file of images");
        int count = Number(content, 4), height = Number(content, 8), width = Number(content, 12);
        if (count < 1 || height < 1 || width < 1 || content.Length - 16L != (long)count * height * width)
            throw Wrong(path, $"its size is not that of {count} images of {height}×{width}");
        return (count, height, width);
    }

    private static int ReadLabelHeader(string path, byte[] content)
    {
        if (content.Length < 8 || BinaryPrimitives.ReadInt32BigEndian(content) != LabelMagic)
            throw Wrong(path, "it is not an IDX file of labels");
        var count = Number(content, 4);
        return content.Length - 8 == count ? count : throw Wrong(path, $"its size is not that of {count} labels");
    }

    private static int Number(byte[] content, int offset) => BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(offset));

    private static DataSetException Wrong(string path, string reason, Exception? exception = null) =>
        new(path, $"The file {path} cannot be used: {reason}. {Advice}", exception);
}
