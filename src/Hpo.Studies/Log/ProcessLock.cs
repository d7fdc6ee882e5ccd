using System.Security.Cryptography;

namespace Hpo.Studies.Log;

/// <summary>
/// Lets the processes that share a data folder see of each other who lives. Each has a random name and holds a lock on a file of that name;
/// the operating system lets go of it when the process ends, however it ends, and not while the process is only suspended.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private const int NameLength = 12;
    private const string NameLetters = "23456789abcdefghjkmnpqrstuvwxyz", Extension = ".lock";

    private readonly string _folder;
    private readonly FileStream _file;

    /// <summary>Takes a name, and removes the files of those that live no more.</summary>
    /// <param name="folder">The folder for the files; made if it does not exist.</param>
    /// <exception cref="IOException">Nothing can be written there, or its file system has no locks.</exception>
    public ProcessLock(string folder)
    {
        _folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
            (Name, _file) = Take(folder);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The data folder {folder} may not be written.", exception);
        }

        if (!IsAlive(Name))
        {
            _file.Dispose();
            throw new IOException($"Files in {folder} cannot be locked, so that two processes could run the same study: keep the data on another file system.");
        }

        RemoveDead();
    }

    /// <summary>The name of this process.</summary>
    public string Name { get; }

    /// <summary>Whether the process of a name lives. Where that cannot be told it is believed to: then nothing is taken from it.</summary>
    public bool IsAlive(string name) => IsAliveAt(PathOf(name));

    /// <summary>Gives the name up.</summary>
    public void Dispose() => _file.Dispose();

    private static (string Name, FileStream File) Take(string folder)
    {
        while (true)
        {
            var name = RandomNumberGenerator.GetString(NameLetters, NameLength);
            var path = Path.Combine(folder, name + Extension);
            try
            {
                var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
                if (File.Exists(path))
                    return (name, file);
                file.Dispose();
            }
            catch (IOException exception) when (exception.IsSharingViolation())
            {
                // between making the file and locking it another process took it for one that was left behind
            }
        }
    }

    private static bool IsAliveAt(string path, bool remove = false)
    {
        try
        {
            // a lock that all who look may have at the same time, so that none is taken for the process itself
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (remove)
                File.Delete(path);
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void RemoveDead()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, "*" + Extension))
            IsAliveAt(path, remove: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, Path.GetFileName(name) + Extension);
}
