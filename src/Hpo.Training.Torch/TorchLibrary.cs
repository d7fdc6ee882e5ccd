using Hpo.Training.Torch.Loading;
using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>libtorch in this process: whether it is here, and loading it, which takes a third of a second and happens when it is first needed.</summary>
public static class TorchLibrary
{
    private static readonly BuiltWith Built = BuiltWith.Read();
    private static readonly Lazy<string?> Loaded = new(TryLoad);

    /// <summary>Whether this program was built with a libtorch that can use CUDA.</summary>
    public static bool IsBuiltForCuda => Built.Torch == "cuda";

    /// <summary>Whether a person names a libtorch to use instead of the build's: nobody knows what that one can do before it is loaded.</summary>
    internal static bool IsNamedByHand => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(NativeFiles.Variable)) || Built.Torch == "none";

    /// <summary>Why nothing can be trained with TorchSharp, in words that say what to do; null as far as one can tell without loading it.</summary>
    public static string? Missing
    {
        get
        {
            if (Loaded.IsValueCreated)
                return Loaded.Value;
            _ = Find(out var problem);
            return problem;
        }
    }

    /// <summary>Loads it, if that was not done before. To be called before anything of TorchSharp is used.</summary>
    /// <exception cref="TorchUnavailableException">It is not here, or cannot be loaded.</exception>
    public static void Load()
    {
        if (Loaded.Value is { } problem)
            throw new TorchUnavailableException(problem);
    }

    private static string? TryLoad()
    {
        var files = Find(out var problem);
        if (problem is not null)
            return problem;
        if (files is not null)
        {
            // before the library reads it: threads that spin while they wait take the cores from the other trials and the web server
            CLibrary.SetVariable("OMP_WAIT_POLICY", "passive");
            if (files.Paths.Select(CLibrary.Load).FirstOrDefault(failure => failure is not null) is { } failure)
                return $"libtorch cannot be loaded: {failure}.";
        }

        try
        {
            return TryInitializeDeviceType(TorchSharp.DeviceType.CPU) ? null : "libtorch cannot be started on this machine’s CPU.";
        }
        catch (Exception exception) when (exception is NotSupportedException or DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return $"libtorch cannot be loaded: {exception.Message}";
        }
    }

    /// <summary>What to load; null where TorchSharp finds it by itself.</summary>
    private static NativeFiles? Find(out string? problem)
    {
        problem = null;
        return OperatingSystem.IsLinux()
            ? NativeFiles.Find(Built, AppContext.BaseDirectory, Environment.GetEnvironmentVariable, File.Exists, out problem)
            : null;
    }
}
