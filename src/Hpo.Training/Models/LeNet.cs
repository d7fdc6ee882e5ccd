using System.Numerics;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Models;

/// <summary>
/// LeNet-5 as in Dive into Deep Learning, for images of 28×28 pixels and 10 classes: convolution to 6 channels (5×5, padding 2),
/// activation, pooling, convolution to 16 channels (5×5), activation, pooling, and dense layers of 120, 84 and 10 units.
/// Weights start Xavier-uniform, biases at zero.
/// </summary>
public static class LeNet
{
    /// <summary>The shape of an input image.</summary>
    public static readonly ImageShape InputShape = new(28, 28, 1);

    private const int Classes = 10;

    /// <summary>Makes a network with fresh weights that computes with the widest vectors of this machine.</summary>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="capacity">The largest number of images in a batch.</param>
    /// <param name="random">What the weights are drawn from.</param>
    public static Network<float> Create(LeNetVariant variant, int capacity, RandomStream random)
    {
        // the first convolution has 6 output channels: more than eight lanes would stay empty
        if (Vector512.IsHardwareAccelerated)
            return Create<FloatLanes8, FloatLanes16, float>(variant, capacity, random);
        return Vector256.IsHardwareAccelerated
            ? Create<FloatLanes8, FloatLanes8, float>(variant, capacity, random)
            : Create<PortableFloatLanes8, PortableFloatLanes8, float>(variant, capacity, random);
    }

    /// <summary>Makes a network with fresh weights that computes with the given vectors.</summary>
    /// <typeparam name="TNarrow">The vector for few channels.</typeparam>
    /// <typeparam name="TWide">The vector for everything else.</typeparam>
    /// <typeparam name="T">The number.</typeparam>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="capacity">The largest number of images in a batch.</param>
    /// <param name="random">What the weights are drawn from.</param>
    public static Network<T> Create<TNarrow, TWide, T>(LeNetVariant variant, int capacity, RandomStream random)
        where TNarrow : struct, ILanes<TNarrow, T>
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = new Network<T>(capacity, variant switch
        {
            LeNetVariant.Modern => ModernLayers<TNarrow, TWide, T>(new LayerOptions(capacity)),
            LeNetVariant.Classic => ClassicLayers<TNarrow, TWide, T>(new LayerOptions(capacity)),
            _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "There is no such LeNet."),
        });
        foreach (var parameters in network.Parameters)
            Initialization.XavierUniform(parameters, random);
        network.ParametersChanged();
        return network;
    }

    private static Layer<T>[] ModernLayers<TNarrow, TWide, T>(LayerOptions options)
        where TNarrow : struct, ILanes<TNarrow, T>
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var first = new MaxPooledConvolution<TNarrow, T>(new(InputShape, 6, 5, 2), options with { NeedsInputGradient = false });
        var second = new MaxPooledConvolution<TWide, T>(new(first.Output.Shape, 16, 5), options);
        var third = new Dense<TWide, T>(second.Output.Shape, 120, options);
        var fourth = new Dense<TWide, T>(third.Output.Shape, 84, options);
        var fifth = new Dense<TWide, T>(fourth.Output.Shape, Classes, options);
        return
        [
            first, second,
            third, new Relu<TWide, T>(third.Output.Shape, options),
            fourth, new Relu<TWide, T>(fourth.Output.Shape, options),
            fifth,
        ];
    }

    private static Layer<T>[] ClassicLayers<TNarrow, TWide, T>(LayerOptions options)
        where TNarrow : struct, ILanes<TNarrow, T>
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var first = new Convolution<TNarrow, T>(new(InputShape, 6, 5, 2), options with { NeedsInputGradient = false });
        var firstPooling = new AveragePooling<TNarrow, T>(first.Output.Shape, 2, options);
        var second = new Convolution<TWide, T>(new(firstPooling.Output.Shape, 16, 5), options);
        var secondPooling = new AveragePooling<TWide, T>(second.Output.Shape, 2, options);
        var third = new Dense<TWide, T>(secondPooling.Output.Shape, 120, options);
        var fourth = new Dense<TWide, T>(third.Output.Shape, 84, options);
        var fifth = new Dense<TWide, T>(fourth.Output.Shape, Classes, options);
        return
        [
            first, new Sigmoid<TWide, T>(first.Output.Shape, options), firstPooling,
            second, new Sigmoid<TWide, T>(second.Output.Shape, options), secondPooling,
            third, new Sigmoid<TWide, T>(third.Output.Shape, options),
            fourth, new Sigmoid<TWide, T>(fourth.Output.Shape, options),
            fifth,
        ];
    }
}
