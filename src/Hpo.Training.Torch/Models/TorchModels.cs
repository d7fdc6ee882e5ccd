using Hpo.Training.Models;
using Hpo.Training.Torch.Layers;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Models;

/// <summary>The networks of <see cref="LeNet"/> and <see cref="DropoutMlp"/> as modules of libtorch.</summary>
internal static class TorchModels
{
    private const int Classes = 10;

    /// <summary>A LeNet for images of 28×28 pixels.</summary>
    public static nn.Module<Tensor, Tensor> LeNet(LeNetVariant variant) => nn.Sequential(
        nn.Conv2d(1, 6, 5, padding: 2),
        Activation(variant),
        Pooling(variant),
        nn.Conv2d(6, 16, 5),
        Activation(variant),
        Pooling(variant),
        nn.Flatten(),
        nn.Linear(16 * 5 * 5, 120),
        Activation(variant),
        nn.Linear(120, 84),
        Activation(variant),
        nn.Linear(84, Classes));

    /// <summary>A multilayer perceptron with dropout, for images of 28×28 pixels.</summary>
    public static nn.Module<Tensor, Tensor> DropoutMlp(DropoutMlpShape shape, Generator generator) => nn.Sequential(
        nn.Flatten(),
        nn.Linear(28 * 28, shape.Hiddens1),
        nn.ReLU(),
        new SeededDropout(shape.Dropout1, generator),
        nn.Linear(shape.Hiddens1, shape.Hiddens2),
        nn.ReLU(),
        new SeededDropout(shape.Dropout2, generator),
        nn.Linear(shape.Hiddens2, Classes));

    private static nn.Module<Tensor, Tensor> Activation(LeNetVariant variant) => variant == LeNetVariant.Modern ? nn.ReLU() : nn.Sigmoid();

    private static nn.Module<Tensor, Tensor> Pooling(LeNetVariant variant) => variant == LeNetVariant.Modern ? nn.MaxPool2d(2) : nn.AvgPool2d(2);
}
