using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;
using Hpo.Training.Models;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Models;

public class LeNetTests
{
    private const int Images = 3;
    private static readonly byte[] Labels = [3, 9, 0];

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void It_has_the_parameters_of_the_chapter(LeNetVariant variant)
    {
        var network = LeNet.Create(variant, Images, RandomStream.Derive(1, 0, "weights"));
        Assert.Equal(
            [(25, 6), (150, 16), (400, 120), (120, 84), (84, 10)],
            network.Parameters.Select(parameters => (parameters.Inputs, parameters.Units)));
    }

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void The_gradient_of_the_whole_network_is_that_of_finite_differences(LeNetVariant variant)
    {
        const double Step = 1e-6;
        var network = LeNet.Create<DoubleLanes8, DoubleLanes8, double>(variant, Images, RandomStream.Derive(2, 0, "weights"));
        FillInput(network);
        Loss(network);
        Backward(network);
        var random = RandomStream.Derive(2, 0, "choice");
        foreach (var parameters in network.Parameters)
        {
            for (var trial = 0; trial < 12; trial++)
            {
                int row = trial == 0 ? parameters.Inputs : random.Next(parameters.Inputs + 1), unit = random.Next(parameters.Units);
                ref var parameter = ref parameters.Row(row)[unit];
                var value = parameter;
                parameter = value + Step;
                var above = Loss(network);
                parameter = value - Step;
                var below = Loss(network);
                parameter = value;
                Assert.Equal((above - below) / (2 * Step), parameters.GradientRow(row)[unit], tolerance: 1e-8);
            }
        }
    }

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void All_vectors_give_the_same_bits_and_the_same_as_double_precision_to_single_precision(LeNetVariant variant)
    {
        var portable = Gradients<PortableFloatLanes8, PortableFloatLanes8, float>(variant);
        Assert.Equal(portable, Gradients<FloatLanes8, FloatLanes8, float>(variant));
        Assert.Equal(portable, Gradients<FloatLanes8, FloatLanes16, float>(variant));
        var exact = Gradients<DoubleLanes8, DoubleLanes8, double>(variant);
        for (var i = 0; i < exact.Length; i++)
            Assert.InRange(portable[i], exact[i] - 2e-6, exact[i] + 2e-6);
    }

    [Fact]
    public void Layers_that_do_not_fit_together_are_refused()
    {
        var options = new LayerOptions(1);
        var error = Assert.Throws<ArgumentException>(() => new Network<float>(1,
        [
            new Dense<FloatLanes8, float>(ImageShape.Vector(4), 3, options),
            new Dense<FloatLanes8, float>(ImageShape.Vector(4), 2, options),
        ]));
        Assert.Contains("1×1×3", error.Message, StringComparison.Ordinal);
    }

    private static T[] Gradients<TNarrow, TWide, T>(LeNetVariant variant)
        where TNarrow : struct, ILanes<TNarrow, T>
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var network = LeNet.Create<TNarrow, TWide, T>(variant, Images, RandomStream.Derive(3, 0, "weights"));
        FillInput(network);
        Loss(network);
        Backward(network);
        return
        [
            .. from parameters in network.Parameters
               from row in Enumerable.Range(0, parameters.Inputs + 1)
               from gradient in parameters.GradientRow(row).ToArray()
               select gradient,
        ];
    }

    private static void FillInput<T>(Network<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var data = FakeFashionMnist.InMemory(Images).Training;
        var scaled = new float[28 * 28];
        for (var image = 0; image < Images; image++)
        {
            data.CopyScaled(image, scaled);
            for (var i = 0; i < scaled.Length; i++)
                network.Input.Image(image)[i] = T.CreateChecked(scaled[i]);
        }
    }

    private static double Loss<T>(Network<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (var slice = 0; slice < BatchSlice.CountFor(Images); slice++)
            network.Forward(Labels, BatchSlice.Of(Images, slice), training: true);
        return network.Loss.Loss(Images);
    }

    private static void Backward<T>(Network<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (var slice = 0; slice < BatchSlice.CountFor(Images); slice++)
            network.Backward(BatchSlice.Of(Images, slice));
        for (var part = 0; part < network.GradientParts; part++)
            network.Update(part, Images, optimizer: null);
    }
}
