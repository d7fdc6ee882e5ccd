using Hpo.Training.Layers;
using Hpo.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Models;

/// <summary>
/// Parameters of our own layers in the order of libtorch: ours have a row for each input, images with their channels innermost; libtorch has a row
/// for each unit, and channels outermost.
/// </summary>
internal static class OwnWeights
{
    /// <summary>Gives the layers of a module the parameters of our own network, layer by layer.</summary>
    public static void Copy(Network<float> own, nn.Module module)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var layers = own.Layers.Where(layer => layer.Parameters is not null);
        foreach (var (layer, (weight, bias)) in layers.Zip(Parameters(module), (layer, parameters) => (layer, parameters)))
        {
            weight.copy_(tensor(Weights(layer.Parameters!, layer.Parameters!.Values, Window(layer, weight)), weight.shape));
            bias.copy_(tensor(Biases(layer.Parameters!, layer.Parameters!.Values)));
        }
    }

    /// <summary>The weights and biases of the dense and convolutional layers of a module, in their order; all of them have both.</summary>
    public static IEnumerable<(Parameter Weight, Parameter Bias)> Parameters(nn.Module module)
    {
        foreach (var layer in module.modules())
        {
            if (layer is Linear linear)
                yield return (linear.weight!, linear.bias!);
            else if (layer is Convolution convolution)
                yield return (convolution.weight!, convolution.bias!);
        }
    }

    /// <summary>The part of an image that a unit sees: all of it for a dense layer, and the kernel of a convolution.</summary>
    public static ImageShape Window(Layer<float> layer, Tensor weight) =>
        weight.dim() == 4 ? new((int)weight.shape[2], (int)weight.shape[3], layer.InputShape.Channels) : layer.InputShape;

    /// <summary>Weights, or their gradient, in libtorch's order.</summary>
    /// <param name="parameters">The parameters of one of our layers.</param>
    /// <param name="rows">Their values or their gradient.</param>
    /// <param name="window">The part of an image that a unit sees.</param>
    public static float[] Weights(ParameterMatrix<float> parameters, ReadOnlySpan<float> rows, ImageShape window)
    {
        var weights = new float[parameters.Units * parameters.Inputs];
        var (pixels, channels) = (window.Height * window.Width, window.Channels);
        for (var input = 0; input < parameters.Inputs; input++)
        {
            var (pixel, channel) = Math.DivRem(input, channels);
            for (var unit = 0; unit < parameters.Units; unit++)
                weights[(unit * channels + channel) * pixels + pixel] = rows[input * parameters.Pitch + unit];
        }

        return weights;
    }

    /// <summary>Biases, or their gradient.</summary>
    /// <param name="parameters">The parameters of one of our layers.</param>
    /// <param name="rows">Their values or their gradient.</param>
    public static float[] Biases(ParameterMatrix<float> parameters, ReadOnlySpan<float> rows) =>
        rows.Slice(parameters.Inputs * parameters.Pitch, parameters.Units).ToArray();
}
