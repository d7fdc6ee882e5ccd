namespace Hpo.Studies.Log;

/// <summary>A data folder as a process of several uses it: it has a name there by which the others see whether it lives.</summary>
public sealed class LogFolder : IDisposable
{
    private readonly FolderLock _lock;

    /// <summary>Comes in.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="lockFile">The file that versions of this program lock which want what is in it for themselves.</param>
    /// <param name="nouns">What that is, in words, such as <c>studies</c>.</param>
    /// <exception cref="FolderInUseException">Such a version uses it.</exception>
    /// <exception cref="IOException">The folder cannot be written, or its file system has no locks.</exception>
    public LogFolder(string folder, string lockFile, string nouns)
    {
        Folder = folder;
        try
        {
            _lock = new FolderLock(folder, lockFile, isShared: true);
        }
        catch (FolderInUseException exception)
        {
            throw new FolderInUseException($"{exception.Message.TrimEnd('.')}, of an earlier version of this program, which wants its {nouns} for itself: end that one.", exception);
        }

        try
        {
            Process = new ProcessLock(Path.Combine(folder, "processes"));
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The database in it.</summary>
    public string Database => Path.Combine(Folder, DatabaseFile.Name);

    /// <summary>This process, and how to tell whether others live.</summary>
    internal ProcessLock Process { get; }

    /// <summary>Leaves.</summary>
    public void Dispose()
    {
        Process.Dispose();
        _lock.Dispose();
    }
}
