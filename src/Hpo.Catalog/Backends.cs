using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Training.Torch;

namespace Hpo.Catalog;

/// <summary>What trains a network, and where: parameters of the objectives that train.</summary>
internal static class Backends
{
    private const string Backend = "backend", Device = "device";

    private const string Simd = "SIMD", Torch = "TorchSharp";

    private const string Automatic = "automatic", Cpu = "CPU", Cuda = "CUDA";

    /// <summary>The parameters, in the order in which they are shown.</summary>
    public static ImmutableArray<ComponentParameter> Parameters { get; } =
    [
        new(
            Backend,
            "Backend",
            "What trains: our own kernels, on a CPU three to five times as fast with these networks, or libtorch, with one thread a trial.",
            new Choice(Simd, Torch),
            Simd)
        {
            Found = () => TorchDevices.InWords,
        },
        new(
            Device,
            "Device",
            "Where libtorch computes: on a graphics processor if there is one, or where you say. Our own kernels compute on the CPU.",
            new Choice(Automatic, Cpu, Cuda),
            Automatic),
    ];

    /// <summary>Whether libtorch is to train.</summary>
    public static bool IsTorch(ComponentSettings settings) => settings.Text(Backend) == Torch;

    /// <summary>Where libtorch is to compute.</summary>
    public static TorchDevice DeviceOf(ComponentSettings settings) => settings.Text(Device) switch
    {
        Cpu => TorchDevice.Cpu,
        Cuda => TorchDevice.Cuda,
        _ => TorchDevice.Automatic,
    };

    /// <summary>What keeps a study from being trained as it says.</summary>
    public static IEnumerable<Problem> Check(StudyDefinition study, ComponentSettings settings)
    {
        if (!IsTorch(settings))
            return DeviceOf(settings) == TorchDevice.Cuda ? [new(Device, $"Our own kernels compute on the CPU: for CUDA choose {Torch} as the backend.")] : [];
        if (TorchLibrary.Missing is { } missing)
            return [new(Backend, missing)];
        return DeviceOf(settings) == TorchDevice.Cuda && TorchDevices.CudaMissing is { } noCuda ? [new(Device, noCuda)] : [];
    }
}
