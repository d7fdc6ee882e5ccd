using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>An objective whose epochs take at least some time by the clock, so that people can watch what is computed in an instant.</summary>
public sealed class PacedObjective : Objective
{
    private readonly Objective _inner;
    private readonly TimeSpan _epochTime;
    private readonly TimeProvider _time;

    /// <summary>Slows an objective down.</summary>
    /// <param name="inner">What is computed.</param>
    /// <param name="epochTime">How long each epoch is held back.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is below 0.</exception>
    public PacedObjective(Objective inner, TimeSpan epochTime, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochTime, TimeSpan.Zero);
        _inner = inner;
        _epochTime = epochTime;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public override string Name => _inner.Name;

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace => _inner.DefaultSpace;

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration => _inner.DefaultConfiguration;

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => _inner.DefaultMaxEpochs;

    /// <inheritdoc/>
    public override int? LastEpoch => _inner.LastEpoch;

    /// <inheritdoc/>
    public override bool HasEpochs => _inner.HasEpochs;

    /// <inheritdoc/>
    public override string Measures => _inner.Measures;

    /// <inheritdoc/>
    public override bool HasCheckpoints => _inner.HasCheckpoints;

    /// <inheritdoc/>
    public override double? KnownMinimum => _inner.KnownMinimum;

    /// <inheritdoc/>
    public override double? SmallestError => _inner.SmallestError;

    /// <inheritdoc/>
    public override double? LargestError => _inner.LargestError;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => _inner.CheckSpace(space);

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(this, _inner.Start(request));

    private sealed class Evaluation(PacedObjective objective, IEvaluation inner) : IEvaluation
    {
        public int Epoch => inner.Epoch;

        public double RunEpoch(CancellationToken cancellationToken)
        {
            // the thread is the trial's own, so that it may as well be blocked as be busy
            Task.Delay(objective._epochTime, objective._time, cancellationToken).GetAwaiter().GetResult();
            return inner.RunEpoch(cancellationToken);
        }

        public byte[] SaveCheckpoint() => inner.SaveCheckpoint();

        public void Dispose() => inner.Dispose();
    }
}
