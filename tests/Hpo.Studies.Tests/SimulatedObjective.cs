using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Studies.Tests;

/// <summary>An objective of three epochs of an hour each, in simulated time; a test may look on at each epoch.</summary>
internal sealed class SimulatedObjective(Action<EvaluationRequest>? onEpoch = null) : Objective
{
    public override string Name => "a simulated objective";

    public override ConfigSpace DefaultSpace => Samples.Space;

    public override Configuration DefaultConfiguration => Samples.Initial;

    public override int DefaultMaxEpochs => 3;

    public override bool IsSimulated => true;

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(request, onEpoch);

    private sealed class Evaluation(EvaluationRequest request, Action<EvaluationRequest>? onEpoch) : ITimedEvaluation
    {
        public int Epoch { get; private set; }

        public TimeSpan EpochTime => TimeSpan.FromHours(1);

        public double RunEpoch(CancellationToken cancellationToken)
        {
            onEpoch?.Invoke(request);
            return request.Configuration["x"].AsReal() + (1.0 / ++Epoch);
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
