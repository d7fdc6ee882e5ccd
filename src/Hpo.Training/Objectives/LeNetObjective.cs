using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Models;

namespace Hpo.Training.Objectives;

/// <summary>
/// The validation error of a LeNet on Fashion-MNIST as a function of <c>learning_rate</c> and <c>batch_size</c>: the objective of
/// the "Hyperparameter Optimization API" chapter of Dive into Deep Learning. Trained by SGD without momentum; the error is the
/// share of the validation images that is wrong, after each epoch.
/// </summary>
public sealed class LeNetObjective : FashionMnistObjective
{
    /// <summary>The name of the learning rate.</summary>
    public const string LearningRate = "learning_rate";

    /// <summary>The name of the batch size.</summary>
    public const string BatchSize = "batch_size";

    private readonly LeNetVariant _variant;

    /// <summary>Makes the objective over a data set, which all trials share.</summary>
    /// <param name="data">The images.</param>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; results do not depend on it.</param>
    public LeNetObjective(FashionMnist data, LeNetVariant variant = LeNetVariant.Modern, int? threadsPerTrial = null)
        : base(data, threadsPerTrial) => _variant = variant;

    /// <summary>Makes the objective over a data set that is loaded when the first trial starts.</summary>
    /// <param name="source">Where the images come from.</param>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial, null for one a core; results do not depend on it.</param>
    public LeNetObjective(FashionMnistSource source, LeNetVariant variant = LeNetVariant.Modern, int? threadsPerTrial = null)
        : base(source, threadsPerTrial) => _variant = variant;

    /// <inheritdoc/>
    public override string Name => _variant == LeNetVariant.Modern
        ? "LeNet on Fashion-MNIST (ReLU, max pooling)"
        : "LeNet on Fashion-MNIST (sigmoid, average pooling)";

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; } =
        new((LearningRate, new LogUniform(0.01, 1)), (BatchSize, new RandInt(32, 256)));

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; } = new((LearningRate, 0.1), (BatchSize, 128));

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => 10;

    private protected override HyperparameterRules Rules { get; } =
        new("LeNet", [HyperparameterRule.LearningRate(LearningRate), HyperparameterRule.BatchSize(BatchSize)]);

    internal override Network<float> CreateNetwork(Configuration configuration, int capacity, long seed) =>
        LeNet.Create(_variant, capacity, RandomStream.Derive(seed, 0, "weights"));

    internal override (double LearningRate, int BatchSize) ReadSteps(Configuration configuration) =>
        (configuration[LearningRate].AsReal(), (int)configuration[BatchSize].AsReal());
}
