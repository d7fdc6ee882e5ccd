using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Data;
using Hpo.Training.Models;

namespace Hpo.Training.Objectives;

/// <summary>
/// The validation error of a LeNet on Fashion-MNIST as a function of <c>learning_rate</c> and <c>batch_size</c>: the objective of
/// the "Hyperparameter Optimization API" chapter of Dive into Deep Learning. Trained by SGD without momentum; the error is the
/// share of the validation images that is wrong, after each epoch.
/// </summary>
public sealed class LeNetObjective : Objective
{
    /// <summary>The name of the learning rate.</summary>
    public const string LearningRate = "learning_rate";

    /// <summary>The name of the batch size.</summary>
    public const string BatchSize = "batch_size";

    private readonly FashionMnist _data;
    private readonly LeNetVariant _variant;
    private readonly int _threadsPerTrial;

    /// <summary>Makes the objective over a data set, which all trials share.</summary>
    /// <param name="data">The images.</param>
    /// <param name="variant">Which of the two networks.</param>
    /// <param name="threadsPerTrial">The number of threads of each trial; results do not depend on it.</param>
    public LeNetObjective(FashionMnist data, LeNetVariant variant = LeNetVariant.Modern, int threadsPerTrial = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(threadsPerTrial, 1);
        _data = data;
        _variant = variant;
        _threadsPerTrial = threadsPerTrial;
    }

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

    /// <inheritdoc/>
    public override bool HasCheckpoints => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => LeNetSpaceCheck.FindProblems(space, _data.Training.Count);

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LeNetEvaluation(_data, _variant, _threadsPerTrial, request);
    }
}
