namespace Hpo.Training.Torch;

/// <summary>Where libtorch computes.</summary>
public enum TorchDevice
{
    /// <summary>On a graphics processor where CUDA finds one, and otherwise on the CPU.</summary>
    Automatic,

    /// <summary>On the CPU.</summary>
    Cpu,

    /// <summary>On the first graphics processor that CUDA finds.</summary>
    Cuda,
}
