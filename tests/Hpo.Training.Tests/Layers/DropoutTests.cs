using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

public class DropoutTests
{
    private const int Features = 10_000;
    private readonly ImageBatch<float> _input = new(ImageShape.Vector(Features), 2);

    public DropoutTests()
    {
        _input.Image(0).Fill(1);
        _input.Image(1).Fill(1);
    }

    [Fact]
    public void In_evaluation_nothing_changes()
    {
        Assert.Equal(_input.Image(0).ToArray(), Forward(new Dropout<FloatLanes8, float>(ImageShape.Vector(Features), 0.5, 1, new LayerOptions(2)), training: false));
    }

    [Fact]
    public void In_training_the_share_asked_for_is_dropped_and_the_mean_is_kept()
    {
        var output = Forward(new Dropout<FloatLanes8, float>(ImageShape.Vector(Features), 0.3, 1, new LayerOptions(2)), training: true);
        Assert.InRange(output.Count(value => value == 0) / (double)Features, 0.28, 0.32);
        Assert.InRange(output.Average(), 0.97, 1.03);
    }

    [Fact]
    public void Every_step_and_every_image_drops_others_and_the_same_seed_the_same()
    {
        var layer = new Dropout<FloatLanes8, float>(ImageShape.Vector(Features), 0.5, 7, new LayerOptions(2));
        var first = Forward(layer, training: true);
        Assert.NotEqual(first, layer.Output.Image(1).ToArray());
        layer.StartStep(1);
        Assert.NotEqual(first, Forward(layer, training: true));
        Assert.Equal(first, Forward(new Dropout<FloatLanes8, float>(ImageShape.Vector(Features), 0.5, 7, new LayerOptions(2)), training: true));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_probability_outside_its_range_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout<FloatLanes8, float>(ImageShape.Vector(4), probability, 1, new LayerOptions(1)));

    private float[] Forward(Dropout<FloatLanes8, float> layer, bool training)
    {
        layer.Forward(_input, new BatchSlice(0, 0, 2), training);
        return layer.Output.Image(0).ToArray();
    }
}
