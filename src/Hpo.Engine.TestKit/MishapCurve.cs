using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Engine.TestKit;

/// <summary>Learning curves over x, of which those of small x fail, one way or another. The checkpoint is the number of epochs.</summary>
public sealed class MishapCurve : Objective
{
    public bool Checkpoints { get; init; } = true;

    /// <summary>What the smallest x gives.</summary>
    public double Mishap { get; init; } = double.NaN;

    public override string Name => "Mishaps";

    public override ConfigSpace DefaultSpace => TestSpaces.Line;

    public override Configuration DefaultConfiguration => TestSpaces.At(0.5);

    public override int DefaultMaxEpochs => 9;

    public override bool HasCheckpoints => Checkpoints;

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(request, Mishap);

    private sealed class Evaluation(EvaluationRequest request, double mishap) : IEvaluation
    {
        public int Epoch { get; private set; } = request.Checkpoint?[0] ?? 0;

        public double RunEpoch(CancellationToken cancellationToken) => request.Configuration.X() switch
        {
            < 0.05 => mishap,
            < 0.1 when Epoch > 0 => double.PositiveInfinity,
            < 0.15 when Epoch > 0 => throw new InvalidOperationException("bad luck"),
            var x => x + (1.0 / ++Epoch),
        };

        public byte[] SaveCheckpoint() =>
            request.Configuration.X() is > 0.15 and < 0.2 ? throw new IOException("disk full") : [(byte)Epoch];

        public void Dispose()
        {
        }
    }
}
