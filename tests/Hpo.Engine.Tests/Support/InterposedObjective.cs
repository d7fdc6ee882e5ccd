using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Support;

/// <summary>An objective that calls back inside every epoch, on the worker's thread, before the epoch is computed.</summary>
internal sealed class InterposedObjective(Objective inner, Action<int, int> beforeEpoch) : Objective
{
    public override string Name => inner.Name;

    public override ConfigSpace DefaultSpace => inner.DefaultSpace;

    public override Configuration DefaultConfiguration => inner.DefaultConfiguration;

    public override int DefaultMaxEpochs => inner.DefaultMaxEpochs;

    public override bool HasCheckpoints => inner.HasCheckpoints;

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(request.TrialId, inner.Start(request), beforeEpoch);

    private sealed class Evaluation(int trialId, IEvaluation inner, Action<int, int> beforeEpoch) : IEvaluation
    {
        public int Epoch => inner.Epoch;

        public double RunEpoch(CancellationToken cancellationToken)
        {
            beforeEpoch(trialId, inner.Epoch + 1);
            cancellationToken.ThrowIfCancellationRequested();
            return inner.RunEpoch(cancellationToken);
        }

        public byte[] SaveCheckpoint() => inner.SaveCheckpoint();

        public void Dispose() => inner.Dispose();
    }
}
