using System.Runtime.InteropServices;

namespace Hpo.Training.Torch.Loading;

/// <summary>What is asked of the C library of a Linux machine.</summary>
internal static partial class CLibrary
{
    /// <summary>Every symbol is looked up at once: one that is missing is an error here, and not the end of the process when it is first called.</summary>
    private const int BindNow = 2;

    /// <summary>
    /// Sets a variable of the environment for libraries that are loaded later, which .NET's own method does not do on Linux. One that is set stays.
    /// </summary>
    public static void SetVariable(string name, string value) => _ = SetEnvironment(name, value, overwrite: 0);

    /// <summary>Loads a library, which is then found by its name when another one needs it.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>What went wrong, in the loader's words; null when it is loaded.</returns>
    public static string? Load(string path) =>
        Open(path, BindNow) != 0 ? null : Marshal.PtrToStringUTF8(LastError()) ?? $"{path} cannot be loaded";

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dlerror")]
    private static partial nint LastError();
}
