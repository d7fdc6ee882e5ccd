using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>An objective that costs nothing to try and, like a training, takes no batch that is larger than its data.</summary>
internal sealed class ValleyObjective(string name, ConfigSpace space, Configuration configuration, int epochs) : Objective
{
    public const int DataSize = 1000;

    public override string Name => name;

    public override ConfigSpace DefaultSpace => space;

    public override Configuration DefaultConfiguration => configuration;

    public override int DefaultMaxEpochs => epochs;

    public bool Simulated { get; init; }

    public override bool IsSimulated => Simulated;

    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) =>
    [
        .. from parameter in space.Parameters
           where parameter is { Name: "batch_size", Domain: IntegerDomain { Largest: > DataSize } }
           select new Problem("batch_size.upper", $"A batch cannot be larger than the data set of {DataSize} images."),
    ];

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation();

    private sealed class Evaluation : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken) => 1.0 / ++Epoch;

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
