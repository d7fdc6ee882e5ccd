using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Layers;

/// <summary>
/// Draws the weights of a module anew, as PyTorch does when it makes its layers, but from a trial's own generator.
/// </summary>
internal static class InitialWeights
{
    /// <summary>Draws the weights of all layers; those of a module that a person wrote, outside of its layers, stay as they are.</summary>
    /// <exception cref="NotSupportedException">A layer draws from the shared generator, and nobody here knows how it would draw.</exception>
    public static void Draw(nn.Module network, Generator generator)
    {
        using var noGradient = no_grad();
        Draw("itself", network, generator);
        foreach (var (name, module) in network.named_modules())
            Draw(name, module, generator);
    }

    private static void Draw(string name, nn.Module module, Generator generator)
    {
        switch (module)
        {
            case Linear linear:
                DrawUniform(linear.weight!, linear.bias, linear.in_features, generator);
                break;
            case Convolution convolution:
                DrawUniform(convolution.weight!, convolution.bias, FanIn(convolution.weight!), generator);
                break;
            case Embedding embedding:
                embedding.weight!.normal_(0, 1, generator);
                break;
            case NormBase or GroupNorm or LayerNorm or PReLU:
                // these start with constants
                break;
            case Dropout or Dropout1d or Dropout2d or Dropout3d or AlphaDropout or FeatureAlphaDropout or RReLU:
                throw Shared(name, module, "take the trial’s own Dropout");
            default:
                if (module.GetType().Assembly == typeof(Linear).Assembly && module.named_parameters(recurse: false).Any())
                    throw Shared(name, module, "draw its weights yourself (TorchObjective.Initialize)");
                break;
        }
    }

    /// <summary>
    /// Weights and biases uniform in ±1/√fan-in: what PyTorch's Kaiming initialisation with a = √5 comes to.
    /// </summary>
    private static void DrawUniform(Parameter weight, Parameter? bias, long fanIn, Generator generator)
    {
        var bound = 1 / Math.Sqrt(fanIn);
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }

    /// <summary>The number of inputs of an output of a convolution: all dimensions of the weights but the first.</summary>
    private static long FanIn(Tensor weight) => weight.shape.Skip(1).Aggregate(1L, (product, size) => product * size);

    private static NotSupportedException Shared(string name, nn.Module module, string remedy) =>
        new($"The layer {name} ({module.GetType().Name}) draws from a generator that all trials share, so that no trial could be repeated: {remedy}.");
}
