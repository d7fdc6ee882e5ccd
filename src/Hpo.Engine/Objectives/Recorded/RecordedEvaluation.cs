using System.Buffers.Binary;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>One replayed training. Its seed determines the whole curve, so that its checkpoint is the number of epochs.</summary>
internal sealed class RecordedEvaluation : ITimedEvaluation
{
    private readonly LearningCurveTable _table;
    private readonly EvaluationRequest _request;
    private PredictedCurve? _curve;

    public RecordedEvaluation(LearningCurveTable table, EvaluationRequest request)
    {
        (_table, _request) = (table, request);
        if (request.Checkpoint is not { } checkpoint)
            return;
        if (checkpoint.Length != sizeof(int))
            throw new ArgumentException($"A checkpoint of a recorded training does not have {checkpoint.Length} bytes.", nameof(request));
        Epoch = BinaryPrimitives.ReadInt32LittleEndian(checkpoint);
    }

    /// <inheritdoc/>
    public int Epoch { get; private set; }

    /// <inheritdoc/>
    public TimeSpan EpochTime => Curve.EpochTime;

    private PredictedCurve Curve =>
        _curve ??= _table.Surrogate.Draw(_request.Configuration, RandomStream.Derive(_request.Seed, _request.TrialId, "recorded curve"));

    /// <inheritdoc/>
    public double RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Epoch >= _table.Description.Epochs)
            throw new InvalidOperationException($"{_table.Description.Epochs} epochs were recorded; there is no other.");
        return Curve.After(++Epoch);
    }

    /// <inheritdoc/>
    public byte[] SaveCheckpoint()
    {
        var checkpoint = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint, Epoch);
        return checkpoint;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
