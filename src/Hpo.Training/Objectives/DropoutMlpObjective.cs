using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Models;

namespace Hpo.Training.Objectives;

/// <summary>
/// The validation error of a multilayer perceptron with dropout on Fashion-MNIST as a function of its six hyperparameters: exercise 1
/// of the "Hyperparameter Optimization API" chapter of Dive into Deep Learning, with the exercise's ranges. It names none for the
/// learning rate: that one is the chapter's for LeNet. Trained by SGD without momentum; the error is the share of the validation
/// images that is wrong, after each epoch.
/// </summary>
public sealed class DropoutMlpObjective : FashionMnistObjective
{
    /// <summary>The name of the number of units of the first hidden layer.</summary>
    public const string Hiddens1 = "num_hiddens_1";

    /// <summary>The name of the number of units of the second hidden layer.</summary>
    public const string Hiddens2 = "num_hiddens_2";

    /// <summary>The name of the probability with which a unit of the first hidden layer is dropped.</summary>
    public const string Dropout1 = "dropout_1";

    /// <summary>The name of the probability with which a unit of the second hidden layer is dropped.</summary>
    public const string Dropout2 = "dropout_2";

    /// <summary>The name of the learning rate.</summary>
    public const string LearningRate = "lr";

    /// <summary>The name of the batch size.</summary>
    public const string BatchSize = "batch_size";

    /// <summary>The largest number of units of a hidden layer: such a network takes a quarter of a gigabyte.</summary>
    public const int MaxHiddens = 4096;

    /// <summary>Makes the objective over a data set, which all trials share.</summary>
    /// <param name="data">The images.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; results do not depend on it.</param>
    public DropoutMlpObjective(FashionMnist data, int? threadsPerTrial = null)
        : base(data, threadsPerTrial)
    {
    }

    /// <summary>Makes the objective over a data set that is loaded when the first trial starts.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; results do not depend on it.</param>
    public DropoutMlpObjective(FashionMnistSource source, int? threadsPerTrial = null)
        : base(source, threadsPerTrial)
    {
    }

    /// <inheritdoc/>
    public override string Name => "Dropout MLP on Fashion-MNIST";

    /// <inheritdoc/>
    /// <remarks>The exercise's ranges of integers contain their upper end; <see cref="RandInt"/> does not.</remarks>
    public override ConfigSpace DefaultSpace { get; } = new(
        (Hiddens1, new RandInt(8, 1025)),
        (Hiddens2, new RandInt(8, 1025)),
        (Dropout1, new Uniform(0, 0.95)),
        (Dropout2, new Uniform(0, 0.95)),
        (LearningRate, new LogUniform(0.01, 1)),
        (BatchSize, new RandInt(16, 385)));

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; } =
        new((Hiddens1, 256), (Hiddens2, 256), (Dropout1, 0.5), (Dropout2, 0.5), (LearningRate, 0.1), (BatchSize, 256));

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => 50;

    private protected override HyperparameterRules Rules { get; } = new(
        "dropout MLP",
        [
            HyperparameterRule.Units(Hiddens1, MaxHiddens),
            HyperparameterRule.Units(Hiddens2, MaxHiddens),
            HyperparameterRule.Dropout(Dropout1),
            HyperparameterRule.Dropout(Dropout2),
            HyperparameterRule.LearningRate(LearningRate),
            HyperparameterRule.BatchSize(BatchSize),
        ]);

    /// <summary>The shape of the network of a configuration that can be trained with.</summary>
    internal static DropoutMlpShape Shape(Configuration configuration) => new(
        Whole(configuration, Hiddens1),
        Whole(configuration, Hiddens2),
        configuration[Dropout1].AsReal(),
        configuration[Dropout2].AsReal());

    internal override Network<float> CreateNetwork(Configuration configuration, int capacity, long seed) =>
        DropoutMlp.Create(Shape(configuration), capacity, seed);

    internal override (double LearningRate, int BatchSize) ReadSteps(Configuration configuration) =>
        (configuration[LearningRate].AsReal(), Whole(configuration, BatchSize));

    private static int Whole(Configuration configuration, string name) => (int)configuration[name].AsReal();
}
