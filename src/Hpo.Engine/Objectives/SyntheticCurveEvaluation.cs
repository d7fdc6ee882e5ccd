using System.Buffers.Binary;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Objectives;

/// <summary>One synthetic learning curve; its checkpoint is the number of epochs and the state of the noise.</summary>
internal sealed class SyntheticCurveEvaluation : IEvaluation
{
    private readonly SyntheticCurve _objective;
    private readonly EvaluationRequest _request;
    private readonly RandomStream _noise;

    public SyntheticCurveEvaluation(SyntheticCurve objective, EvaluationRequest request)
    {
        _objective = objective;
        _request = request;
        _noise = RandomStream.Derive(request.Seed, request.TrialId, "synthetic noise");
        if (request.Checkpoint is not { } checkpoint)
            return;
        if (checkpoint.Length != sizeof(int) + RandomStream.StateSize)
            throw new ArgumentException($"A checkpoint of a synthetic curve does not have {checkpoint.Length} bytes.", nameof(request));
        Epoch = BinaryPrimitives.ReadInt32LittleEndian(checkpoint);
        _noise.RestoreState(checkpoint.AsSpan(sizeof(int)));
    }

    public int Epoch { get; private set; }

    public double RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // the thread is the trial's own, so that it may as well be blocked as be busy
        if (_objective.EpochTime > TimeSpan.Zero)
            Task.Delay(_objective.EpochTime, _objective.Time, cancellationToken).GetAwaiter().GetResult();
        Epoch++;
        var error = SyntheticCurve.ErrorAt(_request.Configuration, Epoch) + (_objective.Noise * _noise.NextGaussian());
        return Math.Clamp(error, 0, 1);
    }

    public byte[] SaveCheckpoint()
    {
        var checkpoint = new byte[sizeof(int) + RandomStream.StateSize];
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint, Epoch);
        _noise.SaveState().CopyTo(checkpoint, sizeof(int));
        return checkpoint;
    }

    public void Dispose()
    {
    }
}
