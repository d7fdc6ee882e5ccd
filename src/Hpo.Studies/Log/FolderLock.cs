namespace Hpo.Studies.Log;

/// <summary>Keeps other processes out of a data folder; the operating system lets go when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes a folder.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="file">The name of the file in it that stands for what is locked.</param>
    /// <param name="isShared">Whether others may take it likewise, so that only those are kept out that want it for themselves.</param>
    /// <exception cref="FolderInUseException">Another process uses it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public FolderLock(string folder, string file, bool isShared = false)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, file);
            _file = isShared
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.IsSharingViolation())
        {
            throw new FolderInUseException($"The data folder {folder} is in use by another process.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data folder {folder} may not be written ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose() => _file.Dispose();
}
