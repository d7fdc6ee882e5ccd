using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Support;

/// <summary>An objective that goes on from no checkpoint: it says so when it is to start, or not before its first epoch.</summary>
internal sealed class RefusingObjective(Objective inner, bool atOnce) : Objective
{
    private const string Reason = "of another network";

    public override string Name => inner.Name;

    public override ConfigSpace DefaultSpace => inner.DefaultSpace;

    public override Configuration DefaultConfiguration => inner.DefaultConfiguration;

    public override int DefaultMaxEpochs => inner.DefaultMaxEpochs;

    public override bool HasCheckpoints => true;

    public override IEvaluation Start(EvaluationRequest request) => request.Checkpoint is null ? inner.Start(request)
        : atOnce ? throw new InvalidDataException(Reason)
        : new Refusal();

    private sealed class Refusal : IEvaluation
    {
        public int Epoch => 0;

        public double RunEpoch(CancellationToken cancellationToken) => throw new UnusableCheckpointException(Reason);

        public byte[] SaveCheckpoint() => throw new UnusableCheckpointException(Reason);

        public void Dispose()
        {
        }
    }
}
