using System.Collections.Concurrent;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>An objective whose errors the test hands in; a trial waits for its next one.</summary>
internal sealed class PuppetObjective : Objective, IDisposable
{
    private readonly BlockingCollection<double> _errors = [];

    public override string Name => "a puppet";

    public override ConfigSpace DefaultSpace => StudyStory.Definition.Space;

    public override Configuration DefaultConfiguration => StudyStory.Definition.InitialConfigurations[0];

    public void Report(double error) => _errors.Add(error);

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(_errors);

    public void Dispose() => _errors.Dispose();

    private sealed class Evaluation(BlockingCollection<double> errors) : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            var error = errors.Take(cancellationToken);
            Epoch++;
            return error;
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
