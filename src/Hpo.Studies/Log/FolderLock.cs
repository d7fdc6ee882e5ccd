namespace Hpo.Studies.Log;

/// <summary>Keeps other processes out of a data folder; the operating system lets go when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes a folder.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="file">The name of the file in it that stands for what is locked.</param>
    /// <exception cref="IOException">The folder cannot be written, or another process uses it.</exception>
    public FolderLock(string folder, string file)
    {
        try
        {
            Directory.CreateDirectory(folder);
            _file = new FileStream(Path.Combine(folder, file), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The data folder {folder} may not be written.", exception);
        }
        catch (IOException exception) when (Directory.Exists(folder))
        {
            throw new IOException($"The data folder {folder} is in use by another process.", exception);
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _file.Dispose();
}
