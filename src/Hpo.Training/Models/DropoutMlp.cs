using System.Numerics;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Models;

/// <summary>
/// The multilayer perceptron with dropout of Dive into Deep Learning, for images of 28×28 pixels and 10 classes: two dense hidden
/// layers, each followed by ReLU and dropout, and a dense layer of 10 units. Weights start Xavier-uniform, biases at zero.
/// </summary>
public static class DropoutMlp
{
    /// <summary>The shape of an input image.</summary>
    public static readonly ImageShape InputShape = new(28, 28, 1);

    private const int Classes = 10;

    /// <summary>Makes a network with fresh weights that computes with the widest vectors of this machine.</summary>
    /// <param name="shape">The sizes of the layers and what is dropped.</param>
    /// <param name="capacity">The largest number of images in a batch.</param>
    /// <param name="seed">The seed of the weights and of what is dropped.</param>
    public static Network<float> Create(DropoutMlpShape shape, int capacity, long seed)
    {
        if (Vector512.IsHardwareAccelerated)
            return Create<FloatLanes16, float>(shape, capacity, seed);
        return Vector256.IsHardwareAccelerated
            ? Create<FloatLanes8, float>(shape, capacity, seed)
            : Create<PortableFloatLanes8, float>(shape, capacity, seed);
    }

    /// <summary>Makes a network with fresh weights that computes with the given vector.</summary>
    /// <typeparam name="TLanes">The vector.</typeparam>
    /// <typeparam name="T">The number.</typeparam>
    /// <param name="shape">The sizes of the layers and what is dropped.</param>
    /// <param name="capacity">The largest number of images in a batch.</param>
    /// <param name="seed">The seed of the weights and of what is dropped.</param>
    public static Network<T> Create<TLanes, T>(DropoutMlpShape shape, int capacity, long seed)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        var network = new Network<T>(capacity, Layers<TLanes, T>(shape, new LayerOptions(capacity), seed));
        var weights = RandomStream.Derive(seed, 0, "weights");
        foreach (var parameters in network.Parameters)
            Initialization.XavierUniform(parameters, weights);
        network.ParametersChanged();
        return network;
    }

    private static Layer<T>[] Layers<TLanes, T>(DropoutMlpShape shape, LayerOptions options, long seed)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ImageShape first = ImageShape.Vector(shape.Hiddens1), second = ImageShape.Vector(shape.Hiddens2);
        return
        [
            new Dense<TLanes, T>(InputShape, shape.Hiddens1, options with { NeedsInputGradient = false }, skipsZeros: true),
            new Relu<TLanes, T>(first, options),
            new Dropout<TLanes, T>(first, shape.Dropout1, RandomStream.DeriveSeed(seed, 0, "dropout 1"), options),
            new Dense<TLanes, T>(first, shape.Hiddens2, options, skipsZeros: true),
            new Relu<TLanes, T>(second, options),
            new Dropout<TLanes, T>(second, shape.Dropout2, RandomStream.DeriveSeed(seed, 0, "dropout 2"), options),
            new Dense<TLanes, T>(second, Classes, options),
        ];
    }
}
