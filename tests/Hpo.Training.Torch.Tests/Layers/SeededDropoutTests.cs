using Hpo.Training.Torch.Layers;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Tests.Layers;

public sealed class SeededDropoutTests
{
    public SeededDropoutTests() => TorchLibrary.Load();

    [Fact]
    public void In_training_some_elements_are_dropped_and_the_others_make_up_for_them()
    {
        using var scope = NewDisposeScope();
        var layer = new SeededDropout(0.25, new Generator(1, CPU));
        var output = layer.call(ones(200, 100)).data<float>().ToArray();

        Assert.Equal([0f, 4 / 3f], output.Distinct().Order());
        Assert.Equal(0.25, output.Count(value => value == 0) / 20_000.0, 0.02);
    }

    [Fact]
    public void What_is_dropped_comes_from_the_given_generator_alone()
    {
        using var scope = NewDisposeScope();
        var first = Dropped(seed: 1);
        _ = rand(100);
        Assert.Equal(first, Dropped(seed: 1));
        Assert.NotEqual(first, Dropped(seed: 2));

        static float[] Dropped(ulong seed) => new SeededDropout(0.5, new Generator(seed, CPU)).call(ones(100)).data<float>().ToArray();
    }

    [Fact]
    public void A_gradient_goes_where_its_element_went()
    {
        using var scope = NewDisposeScope();
        var input = ones([50], requires_grad: true);
        var output = new SeededDropout(0.5, new Generator(1, CPU)).call(input);
        output.sum().backward();

        Assert.Equal(output.data<float>().ToArray(), input.grad!.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0, true)]
    public void In_evaluation_and_without_a_probability_nothing_changes(double probability, bool training)
    {
        using var scope = NewDisposeScope();
        var layer = new SeededDropout(probability, new Generator(1, CPU));
        layer.train(training);

        Assert.All(layer.call(ones(100)).data<float>(), value => Assert.Equal(1, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_probability_that_is_none_is_a_mistake_of_the_program(double probability)
    {
        using var generator = new Generator(1, CPU);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededDropout(probability, generator));
    }
}
