namespace Hpo.Training.Torch.Loading;

/// <summary>The libraries to load, in their order: each needs those before it.</summary>
/// <param name="Paths">Their files.</param>
internal sealed record NativeFiles(IReadOnlyList<string> Paths)
{
    /// <summary>The variable that names the folder of a libtorch to use instead of the build's.</summary>
    public const string Variable = "HPO_LIBTORCH";

    /// <summary>The folder beside a published program.</summary>
    private const string Beside = "torch";

    private const string Wrapper = "libLibTorchSharp.so", Core = "libtorch_cpu.so";

    /// <summary>Looks for libtorch on a Linux machine: where a person says, beside the program, where the build found it, and where the loader looks.</summary>
    /// <param name="built">What the build says.</param>
    /// <param name="programFolder">The folder of the program.</param>
    /// <param name="variable">Gives a variable of the environment.</param>
    /// <param name="exists">Whether there is a file.</param>
    /// <param name="problem">What is missing and what to do, in words; null when all is there.</param>
    /// <returns>What to load; null when something is missing.</returns>
    public static NativeFiles? Find(BuiltWith built, string programFolder, Func<string, string?> variable, Func<string, bool> exists, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(built);
        var named = variable(Variable);
        string?[] folders = string.IsNullOrEmpty(named)
            ? [
                Path.Combine(programFolder, Beside), programFolder, Path.Combine(programFolder, "runtimes", "linux-x64", "native"),
                built.LibTorchFolder, .. (variable("LD_LIBRARY_PATH") ?? "").Split(':'),
              ]
            : [named];
        var folder = folders.FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && exists(Path.Combine(folder, Core)));
        var wrapper = new[] { Path.Combine(programFolder, Beside, Wrapper), built.LibTorchSharp }.FirstOrDefault(exists);
        problem = folder is null ? WithoutLibTorch(built, named)
            : wrapper is null ? $"TorchSharp's own library, {Wrapper}, is no longer where the build left it ({built.LibTorchSharp}): build again."
            : null;
        if (problem is not null)
            return null;
        string[] needed = ["libc10.so", Core, "libtorch_cuda.so", "libtorch.so"];
        return new([.. needed.Select(file => Path.Combine(folder!, file)).Where(exists), wrapper!]);
    }

    private static string WithoutLibTorch(BuiltWith built, string? named)
    {
        if (!string.IsNullOrEmpty(named))
            return $"{Variable} names {named}, and there is no {Core} in it: name the folder that holds libtorch’s libraries.";
        return built.Torch == "none"
            ? $"This program was built without libtorch: build it again with neither --without-torch nor Torch=none, or name the folder of a libtorch 2.10 in {Variable}."
            : $"libtorch is no longer where the build left it ({built.LibTorchFolder}): build again, or name the folder of a libtorch 2.10 in {Variable}.";
    }
}
