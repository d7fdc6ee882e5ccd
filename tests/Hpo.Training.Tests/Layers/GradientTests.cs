using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

public class GradientTests
{
    [Theory]
    [InlineData(7, 3)]
    [InlineData(45, 10)]
    [InlineData(12, 20)]
    public void Dense_gradients_are_those_of_finite_differences(int inputs, int units) =>
        GradientCheck.Verify(new Dense<DoubleLanes8, double>(ImageShape.Vector(inputs), units, GradientCheck.Options));

    [Theory]
    [InlineData(7, 3)]
    [InlineData(45, 41)]
    [InlineData(12, 64)]
    public void Gradients_of_a_dense_layer_that_skips_zeros_are_those_of_finite_differences(int inputs, int units) =>
        GradientCheck.Verify(new Dense<DoubleLanes8, double>(ImageShape.Vector(inputs), units, GradientCheck.Options, skipsZeros: true));

    [Theory]
    [InlineData(8, 7, 1, 6, 5, 2)]
    [InlineData(7, 8, 6, 16, 5, 0)]
    [InlineData(5, 5, 3, 11, 3, 1)]
    [InlineData(4, 4, 2, 20, 1, 0)]
    public void Convolution_gradients_are_those_of_finite_differences(int height, int width, int channels, int outputs, int kernel, int padding) =>
        GradientCheck.Verify(new Convolution<DoubleLanes8, double>(
            new(new ImageShape(height, width, channels), outputs, kernel, padding), GradientCheck.Options));

    [Theory]
    [InlineData(8, 6, 1, 6, 5, 2)]
    [InlineData(8, 10, 6, 16, 5, 0)]
    [InlineData(6, 6, 3, 11, 3, 1)]
    [InlineData(8, 8, 2, 5, 3, 0)]
    [InlineData(5, 5, 4, 18, 2, 0)]
    [InlineData(4, 4, 12, 3, 1, 0)]
    public void Max_pooled_convolution_gradients_are_those_of_finite_differences(
        int height, int width, int channels, int outputs, int kernel, int padding) =>
        GradientCheck.Verify(new MaxPooledConvolution<DoubleLanes8, double>(
            new(new ImageShape(height, width, channels), outputs, kernel, padding), GradientCheck.Options));

    [Theory]
    [InlineData(6, 4, 6, 2)]
    [InlineData(7, 5, 3, 2)]
    [InlineData(7, 8, 10, 3)]
    public void Average_pooling_gradients_are_those_of_finite_differences(int height, int width, int channels, int size) =>
        GradientCheck.Verify(new AveragePooling<DoubleLanes8, double>(new ImageShape(height, width, channels), size, GradientCheck.Options));

    [Theory]
    [InlineData(6, 4, 6, 2)]
    [InlineData(7, 5, 3, 2)]
    [InlineData(7, 8, 10, 3)]
    public void Max_pooling_gradients_are_those_of_finite_differences(int height, int width, int channels, int size) =>
        GradientCheck.Verify(new MaxPooling<double>(new ImageShape(height, width, channels), size, GradientCheck.Options));

    [Fact]
    public void Relu_gradients_are_those_of_finite_differences() =>
        GradientCheck.Verify(new Relu<DoubleLanes8, double>(new ImageShape(3, 3, 5), GradientCheck.Options));

    [Fact]
    public void Sigmoid_gradients_are_those_of_finite_differences() =>
        GradientCheck.Verify(new Sigmoid<DoubleLanes8, double>(new ImageShape(3, 3, 5), GradientCheck.Options));

    [Fact]
    public void Dropout_gradients_are_those_of_finite_differences() =>
        GradientCheck.Verify(new Dropout<DoubleLanes8, double>(ImageShape.Vector(50), 0.4, seed: 3, GradientCheck.Options));
}
