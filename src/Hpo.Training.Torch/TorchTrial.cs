using Hpo.Engine.Space;
using Hpo.Training.Torch.Layers;
using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>
/// What the network of a trial is made from. All that is random in a trial comes from its own generator: the one that libtorch uses when none is
/// named is shared by all trials that run in the process, and none of them could be repeated.
/// </summary>
public sealed class TorchTrial
{
    internal TorchTrial(Configuration configuration, Generator generator, Device device)
    {
        Configuration = configuration;
        Generator = generator;
        Device = device;
    }

    /// <summary>The hyperparameters.</summary>
    public Configuration Configuration { get; }

    /// <summary>The trial's generator of random numbers; it is set anew before the weights are drawn and before each epoch.</summary>
    public Generator Generator { get; }

    /// <summary>Where the trial computes; the network is moved there after it was made.</summary>
    public Device Device { get; }

    /// <summary>A layer of dropout that draws from the trial's generator.</summary>
    /// <param name="probability">The probability with which an element is dropped in training, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public SeededDropout Dropout(double probability) => new(probability, Generator);
}
