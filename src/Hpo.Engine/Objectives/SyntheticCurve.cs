using System.Buffers.Binary;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>
/// A made-up training for demonstrations and tests: the error falls exponentially with the epochs, towards a floor and at a speed that
/// depend on the configuration, with a little noise; a learning rate above <see cref="DivergesAbove"/> diverges. Nothing is trained.
/// </summary>
public sealed class SyntheticCurve : Objective
{
    /// <summary>The learning rate above which the error is not a number.</summary>
    public const double DivergesAbove = 0.8;

    private const double ChanceLevel = 0.9, NoiseDeviation = 0.002;

    private readonly TimeSpan _pace;
    private readonly TimeProvider _time;

    /// <summary>Makes the objective.</summary>
    /// <param name="pace">How long an epoch takes; zero for no waiting.</param>
    /// <param name="time">The clock that is waited on; null for the system's.</param>
    public SyntheticCurve(TimeSpan pace = default, TimeProvider? time = null)
    {
        _pace = pace;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public override string Name => "Synthetic learning curves";

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; } = new(("learning_rate", new LogUniform(0.001, 1)), ("batch_size", new RandInt(16, 257)));

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; } = new(("learning_rate", 0.01), ("batch_size", 128));

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => 10;

    /// <inheritdoc/>
    public override bool HasCheckpoints => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.RequireNumbers(DefaultSpace.Parameters.Select(parameter => parameter.Name));
    }

    /// <summary>The error without noise; NaN where the training diverges.</summary>
    /// <param name="configuration">Has a <c>learning_rate</c> and a <c>batch_size</c>.</param>
    /// <param name="epoch">The number of epochs done.</param>
    public static double MeanError(Configuration configuration, int epoch)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var learningRate = configuration["learning_rate"].AsReal();
        if (learningRate > DivergesAbove)
            return double.NaN;
        var fromBest = Math.Log10(learningRate / 0.15);
        var batches = Math.Log2(configuration["batch_size"].AsReal() / 64);
        var floor = 0.08 + (0.06 * fromBest * fromBest) + (0.004 * batches * batches);
        var speed = 0.6 * Math.Exp(0.8 * fromBest) * Math.Exp(-0.25 * batches);
        return floor + ((ChanceLevel - floor) * Math.Exp(-speed * epoch));
    }

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Evaluation(this, request);
    }

    private sealed class Evaluation(SyntheticCurve objective, EvaluationRequest request) : IEvaluation
    {
        public int Epoch { get; private set; } = request.Checkpoint is { } checkpoint ? BinaryPrimitives.ReadInt32LittleEndian(checkpoint) : 0;

        public double RunEpoch(CancellationToken cancellationToken)
        {
            Wait(cancellationToken);
            Epoch++;
            // noise by epoch, so that a resumed trial repeats what it would have seen
            var noise = RandomStream.Derive(request.Seed, Epoch, "noise").NextGaussian();
            return MeanError(request.Configuration, Epoch) + (NoiseDeviation * noise);
        }

        public byte[] SaveCheckpoint()
        {
            var checkpoint = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(checkpoint, Epoch);
            return checkpoint;
        }

        public void Dispose()
        {
        }

        private void Wait(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (objective._pace > TimeSpan.Zero)
                Task.Delay(objective._pace, objective._time, cancellationToken).GetAwaiter().GetResult();
        }
    }
}
