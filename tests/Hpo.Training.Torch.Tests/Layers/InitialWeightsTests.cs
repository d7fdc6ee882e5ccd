using Hpo.Training.Torch.Layers;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Tests.Layers;

public sealed class InitialWeightsTests
{
    public InitialWeightsTests() => TorchLibrary.Load();

    [Fact]
    public void Weights_and_biases_are_drawn_as_PyTorch_draws_them()
    {
        using var scope = NewDisposeScope();
        var dense = nn.Linear(100, 400);
        var convolution = nn.Conv2d(4, 50, 5);
        var network = nn.Sequential(convolution, dense);

        InitialWeights.Draw(network, new Generator(1, CPU));

        // uniform in ±1/√fan-in: the standard deviation is the bound over √3
        AssertUniform(1 / Math.Sqrt(100), dense.weight!);
        AssertUniform(1 / Math.Sqrt(4 * 5 * 5), convolution.weight!);
        Assert.InRange(dense.bias!.abs().max().item<float>(), 0.09f, 0.1f);
        Assert.InRange(convolution.bias!.abs().max().item<float>(), 0.08f, 0.1f);
    }

    [Fact]
    public void They_come_from_the_given_generator_alone()
    {
        using var scope = NewDisposeScope();
        var first = Drawn(seed: 1);
        _ = rand(100);
        Assert.Equal(first, Drawn(seed: 1));
        Assert.NotEqual(first, Drawn(seed: 2));

        static float[] Drawn(ulong seed)
        {
            // a layer that is the whole network is drawn too
            var layer = nn.Linear(3, 5);
            InitialWeights.Draw(layer, new Generator(seed, CPU));
            return [.. layer.weight!.data<float>(), .. layer.bias!.data<float>()];
        }
    }

    private static void AssertUniform(double bound, Tensor weights)
    {
        Assert.InRange(weights.abs().max().item<float>(), 0.99 * bound, bound);
        Assert.Equal(bound / Math.Sqrt(3), weights.std().item<float>(), 0.05 * bound);
        Assert.Equal(0, weights.mean().item<float>(), 0.05 * bound);
    }
}
