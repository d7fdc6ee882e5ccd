using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

public class MaxPooledConvolutionTests
{
    private static readonly ConvolutionGeometry Geometry = new(new ImageShape(14, 14, 6), 16, 5);
    private static readonly BatchSlice All = new(0, 0, 2);
    private static readonly LayerOptions Options = new(2);

    [Fact]
    public void It_computes_the_same_as_convolution_relu_and_max_pooling_one_after_the_other()
    {
        var fused = new MaxPooledConvolution<FloatLanes8, float>(Geometry, Options);
        var convolution = new Convolution<FloatLanes8, float>(Geometry, Options);
        var relu = new Relu<FloatLanes8, float>(convolution.Output.Shape, Options);
        var pooling = new MaxPooling<float>(relu.Output.Shape, 2, Options);
        var input = Draw(Geometry.Input, "input");
        foreach (var layer in new Layer<float>[] { fused, convolution })
        {
            Initialization.HeNormal(layer.Parameters!, RandomStream.Derive(1, 0, "weights"));
            layer.ParametersChanged(..(layer.Parameters!.Inputs + 1));
        }

        fused.Forward(input, All, training: true);
        convolution.Forward(input, All, training: true);
        relu.Forward(convolution.Output, All, training: true);
        pooling.Forward(relu.Output, All, training: true);
        Assert.Equal(pooling.Output.Image(1).ToArray(), fused.Output.Image(1).ToArray());

        var gradient = Draw(fused.Output.Shape, "gradient");
        fused.Backward(input, gradient, All);
        pooling.Backward(relu.Output, gradient, All);
        relu.Backward(convolution.Output, pooling.InputGradient!, All);
        convolution.Backward(input, relu.InputGradient!, All);
        fused.CompleteGradient(0, input, gradient, 1);
        convolution.CompleteGradient(0, input, relu.InputGradient!, 1);
        AssertClose(convolution.InputGradient!.Image(1), fused.InputGradient!.Image(1));
        AssertClose(convolution.Parameters.Gradient, fused.Parameters.Gradient);
    }

    [Fact]
    public void An_odd_output_is_refused_in_words()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new MaxPooledConvolution<FloatLanes8, float>(new(new ImageShape(7, 7, 1), 4, 3), Options));
        Assert.Contains("5×5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_larger_than_the_image_is_refused_in_words()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Convolution<FloatLanes8, float>(new(new ImageShape(4, 4, 1), 4, 5), Options));
        Assert.Contains("does not fit", error.Message, StringComparison.Ordinal);
    }

    private static ImageBatch<float> Draw(ImageShape shape, string purpose)
    {
        var random = RandomStream.Derive(1, 0, purpose);
        var batch = new ImageBatch<float>(shape, 2);
        for (var image = 0; image < 2; image++)
        {
            foreach (ref var value in batch.Image(image))
                value = (float)random.NextGaussian();
        }

        return batch;
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i], expected[i] - 1e-4f - 1e-5f * Math.Abs(expected[i]), expected[i] + 1e-4f + 1e-5f * Math.Abs(expected[i]));
    }
}
