using Hpo.Engine.Randomness;
using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

public class InitializationTests
{
    private readonly ParameterMatrix<float> _parameters = new(inputs: 400, units: 120, lanes: 8, fanOut: 120);
    private readonly RandomStream _random = RandomStream.Derive(5, 0, "weights");

    [Fact]
    public void Xavier_weights_fill_the_range_that_both_fans_give_and_biases_are_zero()
    {
        Initialization.XavierUniform(_parameters, _random);
        var bound = MathF.Sqrt(6f / 520);
        Assert.All(Weights(), weight => Assert.InRange(weight, -bound, bound));
        Assert.InRange(Weights().Max(), 0.99f * bound, bound);
        Assert.InRange(Variance(), 0.98 * bound * bound / 3, 1.02 * bound * bound / 3);
        Assert.All(_parameters.Row(400).ToArray(), bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void He_weights_have_the_variance_that_the_inputs_give()
    {
        Initialization.HeUniform(_parameters, _random);
        Assert.InRange(Variance(), 0.98 * 2 / 400, 1.02 * 2 / 400);
        Initialization.HeNormal(_parameters, _random);
        Assert.InRange(Variance(), 0.97 * 2 / 400, 1.03 * 2 / 400);
    }

    private float[] Weights() => [.. Enumerable.Range(0, 400).SelectMany(row => _parameters.Row(row).ToArray())];

    private double Variance() => Weights().Average(weight => (double)weight * weight);
}
