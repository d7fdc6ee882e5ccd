using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Torch;
using Hpo.Training.Torch.Objectives;

namespace Hpo.Catalog;

/// <summary>Networks that are really trained, on our own kernels or on libtorch.</summary>
internal static class TrainedNetworks
{
    /// <summary>What a program passes for the data and the threads.</summary>
    private const string Data = "new FashionMnistSource()", Threads = "Math.Max(1, Environment.ProcessorCount / workers)";

    /// <summary>
    /// The threads of a training with libtorch, where their number changes the last digits: always the same, so that a study's errors do not depend on
    /// how many workers it has, nor on the machine's cores.
    /// </summary>
    private const int TorchThreads = 1;

    /// <summary>The networks over a data set, which is loaded when the first trial needs it.</summary>
    public static IEnumerable<ObjectiveEntry> Entries(FashionMnistSource data) =>
    [
        LeNet(
            data,
            "lenet",
            "LeNet on Fashion-MNIST",
            "Trains a LeNet with ReLU and max pooling on 60,000 images of clothing and reports the error on 10,000 others after each epoch.",
            LeNetVariant.Modern),
        LeNet(
            data,
            "lenet-classic",
            "LeNet on Fashion-MNIST, classic",
            "The LeNet of 1998, with sigmoid and average pooling: hard to train, so that the learning rate matters all the more.",
            LeNetVariant.Classic),
        Entry(
            "dropout-mlp",
            "Dropout MLP on Fashion-MNIST",
            "Trains a network of two dense hidden layers with dropout on the same images. The chapter’s exercise 1: six hyperparameters, up to 50 epochs.",
            threads => new DropoutMlpObjective(data, threads),
            device => new TorchDropoutMlpObjective(data, TorchThreads, device),
            ComponentCode.Of<DropoutMlpObjective>($"{Data}, {Threads}", typeof(FashionMnistSource)),
            device => ComponentCode.Of<TorchDropoutMlpObjective>($"{Data}, {TorchThreads}, {Named(device)}", typeof(FashionMnistSource), typeof(TorchDevice))),
    ];

    private static ObjectiveEntry LeNet(FashionMnistSource data, string type, string name, string explanation, LeNetVariant variant)
    {
        var named = $"{nameof(LeNetVariant)}.{variant}";
        return Entry(
            type,
            name,
            explanation,
            threads => new LeNetObjective(data, variant, threads),
            device => new TorchLeNetObjective(data, variant, TorchThreads, device),
            ComponentCode.Of<LeNetObjective>($"{Data}, {named}, {Threads}", typeof(FashionMnistSource), typeof(LeNetVariant)),
            device => ComponentCode.Of<TorchLeNetObjective>(
                $"{Data}, {named}, {TorchThreads}, {Named(device)}", typeof(FashionMnistSource), typeof(LeNetVariant), typeof(TorchDevice)));
    }

    private static ObjectiveEntry Entry(
        string type,
        string name,
        string explanation,
        Func<int, Objective> own,
        Func<TorchDevice, Objective> torch,
        ComponentCode ownCode,
        Func<TorchDevice, ComponentCode> torchCode) => new(type, name, explanation, own)
        {
            Parameters = Backends.Parameters,
            CheckTogether = Backends.Check,
            CreateSet = (threads, settings) => Backends.IsTorch(settings) ? torch(Backends.DeviceOf(settings)) : own(threads),
            CodeOf = settings => Backends.IsTorch(settings) ? torchCode(Backends.DeviceOf(settings)) : ownCode,
        };

    private static string Named(TorchDevice device) => $"{nameof(TorchDevice)}.{device}";
}
