namespace Hpo.Studies.Log;

/// <summary>What the runtime's file locks say.</summary>
internal static class FileLocks
{
    /// <summary>Whether a file was not opened because another process, or this one, holds a lock on it.</summary>
    public static bool IsSharingViolation(this IOException exception)
    {
        // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows: .NET has no type for it
        const int linux = 11, mac = 35, windows = unchecked((int)0x80070020);
        return exception.HResult is linux or mac or windows;
    }
}
