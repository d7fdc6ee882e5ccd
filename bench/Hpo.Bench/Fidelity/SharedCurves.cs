using System.Buffers.Binary;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Bench.Fidelity;

/// <summary>
/// An objective whose epochs are computed once and then looked up by trial number: methods that are compared on the same seed give the same number
/// the same configuration and the same randomness, and a training that was paused is bit for bit that of an uninterrupted one. For one worker.
/// </summary>
internal sealed class SharedCurves(Objective inner) : Objective
{
    private readonly Dictionary<int, Curve> _curves = [];

    public override string Name => inner.Name;

    public override ConfigSpace DefaultSpace => inner.DefaultSpace;

    public override Configuration DefaultConfiguration => inner.DefaultConfiguration;

    public override int DefaultMaxEpochs => inner.DefaultMaxEpochs;

    public override bool HasCheckpoints => true;

    /// <summary>How many epochs were computed, as opposed to looked up.</summary>
    public int Computed { get; private set; }

    public override IEvaluation Start(EvaluationRequest request)
    {
        if (!_curves.TryGetValue(request.TrialId, out var curve))
            _curves.Add(request.TrialId, curve = new Curve(request with { Checkpoint = null }));
        if (!curve.Request.Configuration.Equals(request.Configuration) || curve.Request.Seed != request.Seed)
            throw new InvalidOperationException($"Trial {request.TrialId} is not the same for all methods.");
        return new Evaluation(this, curve, request.Checkpoint is { } checkpoint ? BinaryPrimitives.ReadInt32LittleEndian(checkpoint) : 0);
    }

    private double ErrorAt(Curve curve, int epoch, CancellationToken cancellationToken)
    {
        while (curve.Errors.Count < epoch)
        {
            using var evaluation = inner.Start(curve.Request with { Checkpoint = curve.Checkpoint });
            curve.Errors.Add(evaluation.RunEpoch(cancellationToken));
            curve.Checkpoint = curve.Errors.Count < curve.Request.MaxEpochs ? evaluation.SaveCheckpoint() : null;
            Computed++;
        }

        return curve.Errors[epoch - 1];
    }

    private sealed record Curve(EvaluationRequest Request)
    {
        public List<double> Errors { get; } = [];

        public byte[]? Checkpoint { get; set; }
    }

    private sealed class Evaluation(SharedCurves curves, Curve curve, int epoch) : IEvaluation
    {
        public int Epoch { get; private set; } = epoch;

        public double RunEpoch(CancellationToken cancellationToken) => curves.ErrorAt(curve, ++Epoch, cancellationToken);

        public byte[] SaveCheckpoint()
        {
            var checkpoint = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(checkpoint, Epoch);
            return checkpoint;
        }

        public void Dispose()
        {
        }
    }
}
