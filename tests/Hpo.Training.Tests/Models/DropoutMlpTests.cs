using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;
using Hpo.Training.Models;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Models;

public class DropoutMlpTests
{
    private const int Images = 5;
    private static readonly byte[] Labels = [3, 9, 0, 1, 3];
    private static readonly DropoutMlpShape Shape = new(70, 37, 0.3, 0.6);

    [Fact]
    public void It_has_two_hidden_layers_of_the_widths_asked_for()
    {
        var network = DropoutMlp.Create(Shape, Images, seed: 1);
        Assert.Equal([(784, 70), (70, 37), (37, 10)], network.Parameters.Select(parameters => (parameters.Inputs, parameters.Units)));
        Assert.All(network.Parameters, parameters =>
        {
            // Xavier: the variance of a uniform distribution of ±√(6 / (in + out)) is 2 / (in + out)
            var weights = Enumerable.Range(0, parameters.Inputs).SelectMany(row => parameters.Row(row).ToArray()).ToArray();
            Assert.InRange(weights.Average(weight => weight * weight) * (parameters.Inputs + parameters.Units) / 2, 0.8, 1.2);
            Assert.All(parameters.Row(parameters.Inputs).ToArray(), bias => Assert.Equal(0, bias));
        });
    }

    [Theory]
    [InlineData(70, 37)]
    [InlineData(8, 8)]
    public void The_gradient_of_the_whole_network_is_that_of_finite_differences(int hiddens1, int hiddens2)
    {
        const double Step = 1e-6;
        var network = DropoutMlp.Create<DoubleLanes8, double>(Shape with { Hiddens1 = hiddens1, Hiddens2 = hiddens2 }, Images, seed: 2);
        FillInput(network);
        Loss(network);
        Backward(network);
        var random = RandomStream.Derive(2, 0, "choice");
        foreach (var parameters in network.Parameters)
        {
            for (var trial = 0; trial < 30; trial++)
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

    [Fact]
    public void All_vectors_give_the_same_bits_and_the_same_as_double_precision_to_single_precision()
    {
        var portable = Gradients<PortableFloatLanes8, float>();
        Assert.Equal(portable, Gradients<FloatLanes8, float>());
        Assert.Equal(portable, Gradients<FloatLanes16, float>());
        var exact = Gradients<DoubleLanes8, double>();
        for (var i = 0; i < exact.Length; i++)
            Assert.InRange(portable[i], exact[i] - 2e-6, exact[i] + 2e-6);
    }

    [Fact]
    public void Every_step_drops_other_units_and_evaluation_drops_none()
    {
        var network = DropoutMlp.Create(Shape, Images, seed: 4);
        FillInput(network);
        var first = Loss(network);
        network.StartStep(1);
        Assert.NotEqual(first, Loss(network));
        network.StartStep(0);
        Assert.Equal(first, Loss(network));
        var evaluated = Loss(network, training: false);
        network.StartStep(1);
        Assert.Equal(evaluated, Loss(network, training: false));
        Assert.Equal(evaluated, Loss(WithoutDropout(), training: true));
    }

    private static Network<float> WithoutDropout()
    {
        var network = DropoutMlp.Create(Shape with { Dropout1 = 0, Dropout2 = 0 }, Images, seed: 4);
        FillInput(network);
        return network;
    }

    private static T[] Gradients<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var network = DropoutMlp.Create<TLanes, T>(Shape, Images, seed: 3);
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
                network.Input.Image(image)[i] = T.CreateChecked(scaled[i] < 0.2f ? 0 : scaled[i]);
        }
    }

    private static double Loss<T>(Network<T> network, bool training = true)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (var slice = 0; slice < BatchSlice.CountFor(Images); slice++)
            network.Forward(Labels, BatchSlice.Of(Images, slice), training);
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
