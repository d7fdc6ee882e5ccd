using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Data;
using Hpo.Training.Models;

namespace Hpo.Training.Objectives;

/// <summary>
/// The validation error of a network on Fashion-MNIST as a function of its hyperparameters: trained by SGD without momentum; the error
/// is the share of the validation images that is wrong, after each epoch.
/// </summary>
public abstract class FashionMnistObjective : Objective
{
    // validation images go through the network in batches of at least this size, to keep all threads busy
    private const int SmallestCapacity = 128;

    private readonly Func<CancellationToken, FashionMnist> _data;
    private readonly int _trainingImages;
    private readonly int _threadsPerTrial;

    private protected FashionMnistObjective(FashionMnist data, int? threadsPerTrial)
        : this(_ => data, data.Training.Count, threadsPerTrial)
    {
    }

    private protected FashionMnistObjective(FashionMnistSource source, int? threadsPerTrial)
        : this(source.Get, FashionMnist.TrainingImages, threadsPerTrial)
    {
    }

    private FashionMnistObjective(Func<CancellationToken, FashionMnist> data, int trainingImages, int? threadsPerTrial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threadsPerTrial ?? 1, 1, nameof(threadsPerTrial));
        _data = data;
        _trainingImages = trainingImages;
        _threadsPerTrial = threadsPerTrial ?? Environment.ProcessorCount;
    }

    /// <inheritdoc/>
    public sealed override bool HasCheckpoints => true;

    /// <summary>The error is the share of the images that is wrong.</summary>
    public sealed override double? SmallestError => 0;

    /// <summary>The error is the share of the images that is wrong.</summary>
    public sealed override double? LargestError => 1;

    private protected abstract HyperparameterRules Rules { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => Rules.FindProblems(space, _trainingImages);

    /// <inheritdoc/>
    public sealed override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new TrainingEvaluation(cancellationToken => CreateTrainer(Data(cancellationToken), request), request.Checkpoint);
    }

    /// <summary>The images; waits while they are being loaded.</summary>
    internal FashionMnist Data(CancellationToken cancellationToken) => _data(cancellationToken);

    /// <summary>Refuses a configuration that cannot be trained with.</summary>
    /// <exception cref="InvalidInputException">A hyperparameter is missing or has a value that cannot be trained with.</exception>
    internal void Demand(Configuration configuration, int trainingImages) => Rules.Demand(configuration, trainingImages);

    /// <summary>Makes the network of a configuration that keeps <see cref="Rules"/>.</summary>
    internal abstract Network<float> CreateNetwork(Configuration configuration, int capacity, long seed);

    /// <summary>The learning rate and the batch size of a configuration that keeps <see cref="Rules"/>.</summary>
    internal abstract (double LearningRate, int BatchSize) ReadSteps(Configuration configuration);

    private Trainer CreateTrainer(FashionMnist data, EvaluationRequest request)
    {
        Demand(request.Configuration, data.Training.Count);
        var (learningRate, batchSize) = ReadSteps(request.Configuration);
        var network = CreateNetwork(request.Configuration, Math.Max(batchSize, SmallestCapacity), request.Seed);
        var options = new TrainerOptions(learningRate, batchSize, request.Seed, Threads: _threadsPerTrial);
        return new Trainer(network, data.Training, data.Validation, options);
    }
}
