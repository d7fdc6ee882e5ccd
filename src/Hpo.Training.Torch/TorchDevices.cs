using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>Which devices libtorch has here.</summary>
public static class TorchDevices
{
    /// <summary>The device that is meant, after loading libtorch.</summary>
    /// <exception cref="TorchUnavailableException">libtorch is not here, or there is no such device.</exception>
    public static Device Find(TorchDevice device)
    {
        TorchLibrary.Load();
        return device switch
        {
            TorchDevice.Automatic => cuda.is_available() ? CUDA : CPU,
            TorchDevice.Cpu => CPU,
            TorchDevice.Cuda => cuda.is_available() ? CUDA : throw new TorchUnavailableException(NoCuda),
            _ => throw new ArgumentOutOfRangeException(nameof(device), device, "There is no such device."),
        };
    }

    /// <summary>Why there is no CUDA, in words that say what to do; null when there is, or nobody can tell without loading libtorch for it.</summary>
    public static string? CudaMissing => !TorchLibrary.IsBuiltForCuda && !TorchLibrary.IsNamedByHand ? NotBuiltForCuda
        : TorchLibrary.Missing is null && !IsCudaAvailable() ? NoCuda
        : null;

    /// <summary>What was found, in a sentence or two.</summary>
    public static string InWords => TorchLibrary.Missing is { } missing ? $"TorchSharp cannot be used: {missing}"
        : CudaMissing is { } noCuda ? $"libtorch is here and computes on the CPU. {noCuda}"
        : $"libtorch is here and computes on the CPU or, with CUDA, on {cuda.device_count()} graphics processor{(cuda.device_count() == 1 ? "" : "s")}.";

    private static string NoCuda => TorchLibrary.IsBuiltForCuda
        ? "CUDA finds no graphics processor: look at its driver, or choose the CPU."
        : NotBuiltForCuda;

    private static string NotBuiltForCuda => "For CUDA, build with -p:Torch=cuda.";

    private static bool IsCudaAvailable()
    {
        TorchLibrary.Load();
        return cuda.is_available();
    }
}
