using System.Security.Cryptography;

namespace Hpo.Studies.Checkpoints;

/// <summary>A file with one checkpoint: its SHA-256, then the checkpoint. It is there whole or not at all.</summary>
internal static class CheckpointFile
{
    /// <summary>The number of bytes of the file.</summary>
    public static long SizeOf(byte[] checkpoint) => SHA256.HashSizeInBytes + checkpoint.LongLength;

    /// <summary>
    /// Writes a file under another name, sees it to the disk and renames it. (A rename that a power cut undoes leaves no file, and so a trial that is
    /// computed again.)
    /// </summary>
    /// <exception cref="IOException">It cannot be written; nothing is left of it.</exception>
    public static void Write(string path, byte[] checkpoint)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(SHA256.HashData(checkpoint));
                stream.Write(checkpoint);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The checkpoint in a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static byte[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length >= SHA256.HashSizeInBytes
            && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
            return bytes[SHA256.HashSizeInBytes..];
        throw new InvalidDataException($"The checkpoint {Path.GetFileName(path)} is damaged.");
    }
}
