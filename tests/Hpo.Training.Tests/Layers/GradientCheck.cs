using Hpo.Engine.Randomness;
using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

/// <summary>
/// Compares a layer's gradients, computed in double precision by the very code that trains in single precision, with central finite
/// differences of L = Σ r·output for a random r.
/// </summary>
internal sealed class GradientCheck
{
    private const int Images = 3;
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    private readonly Layer<double> _layer;
    private readonly ImageBatch<double> _input;
    private readonly ImageBatch<double> _outputGradient;
    private readonly RandomStream _random = RandomStream.Derive(1, 0, "gradient check");

    private GradientCheck(Layer<double> layer)
    {
        _layer = layer;
        _input = new ImageBatch<double>(layer.InputShape, Images);
        _outputGradient = new ImageBatch<double>(layer.Output.Shape, Images);
        for (var image = 0; image < Images; image++)
        {
            Draw(_input.Image(image));
            Draw(_outputGradient.Image(image));
        }

        if (layer.Parameters is null)
            return;
        for (var row = 0; row <= layer.Parameters.Inputs; row++)
            Draw(layer.Parameters.Row(row));
        layer.ParametersChanged(..(layer.Parameters.Inputs + 1));
    }

    public static LayerOptions Options { get; } = new(Images);

    public static void Verify(Layer<double> layer)
    {
        var check = new GradientCheck(layer);
        check.Backward();
        check.VerifyInputGradient();
        check.VerifyParameterGradient();
    }

    private void Backward()
    {
        Loss();
        for (var slice = 0; slice < BatchSlice.CountFor(Images); slice++)
            _layer.Backward(_input, _outputGradient, BatchSlice.Of(Images, slice));
        for (var part = 0; part < _layer.GradientParts; part++)
            _layer.CompleteGradient(part, _input, _outputGradient, Images);
    }

    private void VerifyInputGradient()
    {
        for (var image = 0; image < Images; image++)
        {
            for (var i = 0; i < _layer.InputShape.Size; i++)
            {
                var expected = Difference(ref _input.Image(image)[i]);
                AssertClose(expected, _layer.InputGradient!.Image(image)[i], $"input {i} of image {image}");
            }
        }
    }

    private void VerifyParameterGradient()
    {
        if (_layer.Parameters is not { } parameters)
            return;
        for (var row = 0; row <= parameters.Inputs; row++)
        {
            for (var unit = 0; unit < parameters.Units; unit++)
            {
                var expected = Difference(ref parameters.Row(row)[unit]);
                AssertClose(expected, parameters.GradientRow(row)[unit], $"parameter {row}, {unit}");
            }
        }
    }

    private double Difference(ref double variable)
    {
        var value = variable;
        variable = value + Step;
        var above = Loss();
        variable = value - Step;
        var below = Loss();
        variable = value;
        return (above - below) / (2 * Step);
    }

    private double Loss()
    {
        for (var slice = 0; slice < BatchSlice.CountFor(Images); slice++)
            _layer.Forward(_input, BatchSlice.Of(Images, slice), training: true);
        var loss = 0.0;
        for (var image = 0; image < Images; image++)
        {
            var output = _layer.Output.Image(image);
            var weights = _outputGradient.Image(image);
            for (var i = 0; i < output.Length; i++)
                loss += output[i] * weights[i];
        }

        return loss;
    }

    private void Draw(Span<double> values)
    {
        foreach (ref var value in values)
            value = 2 * _random.NextDouble() - 1;
    }

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * (1 + Math.Abs(expected)), $"{what}: {actual} instead of {expected}");
}
