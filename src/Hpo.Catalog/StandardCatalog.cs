using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;

namespace Hpo.Catalog;

/// <summary>What studies can be made of, in the dashboard and on the command line.</summary>
public static class StandardCatalog
{
    /// <summary>What a program passes for the data and the threads.</summary>
    private const string Data = "new FashionMnistSource()", Threads = "Math.Max(1, Environment.ProcessorCount / workers)";

    /// <summary>Slow enough to watch, fast enough for a demonstration.</summary>
    private static readonly TimeSpan SyntheticPace = TimeSpan.FromMilliseconds(250);

    /// <summary>A catalog over a data set, which is loaded when the first trial needs it.</summary>
    public static StudyCatalog Create(FashionMnistSource data) => new(
    [
        new ObjectiveEntry(
            "lenet",
            "LeNet on Fashion-MNIST",
            "Trains a LeNet with ReLU and max pooling on 60,000 images of clothing and reports the error on 10,000 others after each epoch.",
            threads => new LeNetObjective(data, LeNetVariant.Modern, threads))
        {
            Code = ComponentCode.Of<LeNetObjective>($"{Data}, LeNetVariant.Modern, {Threads}", typeof(FashionMnistSource), typeof(LeNetVariant)),
        },
        new ObjectiveEntry(
            "lenet-classic",
            "LeNet on Fashion-MNIST, classic",
            "The LeNet of 1998, with sigmoid and average pooling: hard to train, so that the learning rate matters all the more.",
            threads => new LeNetObjective(data, LeNetVariant.Classic, threads))
        {
            Code = ComponentCode.Of<LeNetObjective>($"{Data}, LeNetVariant.Classic, {Threads}", typeof(FashionMnistSource), typeof(LeNetVariant)),
        },
        new ObjectiveEntry(
            "dropout-mlp",
            "Dropout MLP on Fashion-MNIST",
            "Trains a network of two dense hidden layers with dropout on the same images. The chapter’s exercise 1: six hyperparameters, up to 50 epochs.",
            threads => new DropoutMlpObjective(data, threads))
        {
            Code = ComponentCode.Of<DropoutMlpObjective>($"{Data}, {Threads}", typeof(FashionMnistSource)),
        },
        new ObjectiveEntry(
            "synthetic",
            "Synthetic learning curves",
            "Made-up learning curves, for trying out the dashboard. Nothing is trained.",
            _ => new SyntheticCurve(SyntheticPace))
        {
            Code = ComponentCode.Of<SyntheticCurve>(""),
            CreateSimulated = () => new SyntheticCurve(),
            Pace = "Four epochs a second.",
        },
        .. RecordedTrainings.Entries,
        .. TestFunctions.Entries,
    ]);
}
