using Hpo.Engine.Randomness;
using Hpo.Training.Data;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;
using Hpo.Training.Models;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Models;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Tests.Models;

/// <summary>Losses and gradients of our own layers beside those of libtorch, with the same weights on the same batches.</summary>
public sealed class OracleTests
{
    private const float Tolerance = 1e-5f;

    private static readonly FashionMnist Images = FakeFashionMnist.InMemory(training: 200, validation: 10);

    public OracleTests() => TorchLibrary.Load();

    [Theory]
    [InlineData(LeNetVariant.Modern, 1)]
    [InlineData(LeNetVariant.Modern, 37)]
    [InlineData(LeNetVariant.Modern, 128)]
    [InlineData(LeNetVariant.Classic, 1)]
    [InlineData(LeNetVariant.Classic, 37)]
    [InlineData(LeNetVariant.Classic, 128)]
    public void A_lenet_has_the_loss_and_the_gradients_of_libtorch(LeNetVariant variant, int batch)
    {
        foreach (var seed in Enumerable.Range(0, 3))
            AssertSame(LeNet.Create(variant, batch, new RandomStream(seed)), TorchModels.LeNet(variant), batch);
    }

    [Theory]
    [InlineData(8, 16, 1)]
    [InlineData(33, 100, 37)]
    [InlineData(256, 256, 128)]
    public void A_multilayer_perceptron_has_the_loss_and_the_gradients_of_libtorch(int hiddens1, int hiddens2, int batch)
    {
        using var generator = new Generator(0, CPU);
        var shape = new DropoutMlpShape(hiddens1, hiddens2, 0, 0);
        foreach (var seed in Enumerable.Range(0, 3))
            AssertSame(DropoutMlp.Create(shape, batch, seed), TorchModels.DropoutMlp(shape, generator), batch);
    }

    [Fact]
    public void Wide_and_narrow_vectors_of_this_machine_have_them_too()
    {
        AssertSame(LeNet.Create<PortableFloatLanes8, PortableFloatLanes8, float>(LeNetVariant.Modern, 64, new RandomStream(1)), TorchModels.LeNet(LeNetVariant.Modern), 64);
        AssertSame(LeNet.Create<PortableFloatLanes8, PortableFloatLanes8, float>(LeNetVariant.Classic, 64, new RandomStream(1)), TorchModels.LeNet(LeNetVariant.Classic), 64);
    }

    private static void AssertSame(Network<float> own, nn.Module<Tensor, Tensor> module, int batch)
    {
        using var scope = NewDisposeScope();
        using (module)
        {
            OwnWeights.Copy(own, module);
            var examples = Enumerable.Range(0, batch).ToArray();
            var (inputs, targets) = new ImageData(Images).Training(examples, CPU);
            var loss = nn.functional.cross_entropy(module.call(inputs), targets);
            loss.backward();

            Assert.Equal(loss.item<float>(), Train(own, batch), Tolerance);
            var parameters = OwnWeights.Parameters(module).ToList();
            var layers = own.Layers.Where(layer => layer.Parameters is not null).ToList();
            Assert.Equal(layers.Count, parameters.Count);
            foreach (var (layer, (weight, bias)) in layers.Zip(parameters))
            {
                var mine = layer.Parameters!;
                AssertClose(OwnWeights.Weights(mine, mine.Gradient, OwnWeights.Window(layer, weight)), weight.grad!);
                AssertClose(OwnWeights.Biases(mine, mine.Gradient), bias.grad!);
            }
        }
    }

    /// <summary>Computes loss and gradients, and changes nothing.</summary>
    private static double Train(Network<float> network, int batch)
    {
        for (var image = 0; image < batch; image++)
            Images.Training.CopyScaled(image, network.Input.Image(image));
        network.StartStep(0);
        for (var index = 0; index < BatchSlice.CountFor(batch); index++)
        {
            var slice = BatchSlice.Of(batch, index);
            network.Forward(Images.Training.Labels[..batch], slice, training: true);
            network.Backward(slice);
        }

        for (var part = 0; part < network.GradientParts; part++)
            network.Update(part, batch, null);
        return network.Loss.Loss(batch);
    }

    private static void AssertClose(float[] mine, Tensor gradient)
    {
        var expected = gradient.contiguous().data<float>().ToArray();
        Assert.Equal(expected.Length, mine.Length);
        // nothing is compared where all is zero
        Assert.Contains(expected, value => Math.Abs(value) > 1e-4);
        Assert.All(expected.Zip(mine), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
