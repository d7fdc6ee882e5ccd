using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>
/// Invented learning curves that look like those of an image classifier, for demonstrations and tests without any training: from
/// chance level 0.9 the error falls exponentially, epoch by epoch, towards a floor. The floor is lowest at a learning rate that grows with
/// the batch size (the linear scaling rule of Goyal et al., 2017), the fall is fastest at twice that rate, so that curves cross; small
/// batches learn more in an epoch. A training at ten times its best learning rate or more diverges: its error is not a number. A little noise,
/// determined by the trial's seed, is added.
/// </summary>
public sealed class SyntheticCurve : Objective
{
    private const double ChanceLevel = 0.9, BestError = 0.1, BestLearningRate = 0.2, ReferenceBatchSize = 128, DivergingDecades = 1;

    /// <summary>Makes an objective.</summary>
    /// <param name="epochTime">How long an epoch takes by the clock; zero, unless people are to watch.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time or the noise is below 0.</exception>
    public SyntheticCurve(TimeSpan epochTime = default, TimeProvider? time = null, double noise = 0.004)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        EpochTime = epochTime;
        Time = time ?? TimeProvider.System;
        Noise = noise;
    }

    /// <inheritdoc/>
    public override string Name => "Synthetic learning curve";

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; } =
        new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; } = new(("learning_rate", 0.1), ("batch_size", 128));

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => 10;

    /// <inheritdoc/>
    public override bool HasCheckpoints => true;

    /// <summary>The lowest floor; after ten epochs the best curve of the space is 0.00002 above it.</summary>
    public override double? KnownMinimum => BestError;

    /// <summary>How long an epoch takes by the clock.</summary>
    public TimeSpan EpochTime { get; }

    /// <summary>The standard deviation of the noise.</summary>
    public double Noise { get; }

    internal TimeProvider Time { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        string[] names = ["learning_rate", "batch_size"];
        return [.. names.Select(name => NumberChecks.Find(space, name, Name, aboveZero: true)).OfType<Problem>()];
    }

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request) => new SyntheticCurveEvaluation(this, request);

    /// <summary>The error of a configuration after a number of epochs, without noise; NaN when the training diverges.</summary>
    public static double ErrorAt(Configuration configuration, int epoch)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var batches = configuration["batch_size"].AsReal() / ReferenceBatchSize;
        // how many powers of ten the learning rate lies above the best one
        var decades = Math.Log10(configuration["learning_rate"].AsReal() / (BestLearningRate * batches));
        if (decades >= DivergingDecades)
            return double.NaN;
        var floor = BestError + (0.2 * decades * decades / (1 + (decades * decades)));
        var fastest = decades - Math.Log10(2);
        var speed = 0.6 * Math.Exp(-fastest * fastest) / Math.Sqrt(batches);
        return floor + ((ChanceLevel - floor) * Math.Exp(-speed * epoch));
    }
}
