using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>An objective with very many hyperparameters, whose trials report when a test lets them.</summary>
internal sealed class HeldObjective : Objective, IDisposable
{
    private readonly SemaphoreSlim _held = new(0);

    public override string Name => "held";

    public override ConfigSpace DefaultSpace { get; } = new([.. Enumerable.Range(0, 30).Select(number => ($"hyperparameter_{number}", (Domain)new Uniform(0, 1)))]);

    public override Configuration DefaultConfiguration => new(DefaultSpace.Parameters.Select(parameter => (parameter.Name, (ParameterValue)0.5)));

    /// <summary>Lets so many epochs be reported.</summary>
    public void Report(int epochs) => _held.Release(epochs);

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(_held, request.Configuration["hyperparameter_0"].AsReal());

    public void Dispose() => _held.Dispose();

    private sealed class Evaluation(SemaphoreSlim held, double error) : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            held.Wait(cancellationToken);
            Epoch++;
            return error;
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
