using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>Learning curves made of functions, whose epochs take the time that a function says. The checkpoint is the number of epochs.</summary>
internal sealed class TimedCurves(int maxEpochs = 3) : Objective
{
    /// <summary>The error of a trial after an epoch.</summary>
    public Func<EvaluationRequest, int, double> Error { get; init; } = (request, epoch) => request.Configuration.X() + (1.0 / epoch);

    /// <summary>How many seconds an epoch of a trial takes.</summary>
    public Func<EvaluationRequest, int, double> Seconds { get; init; } = (_, _) => 1;

    /// <summary>Called when a trial saves its checkpoint.</summary>
    public Action<EvaluationRequest> OnSave { get; init; } = _ => { };

    /// <summary>Called when the evaluation of a trial is disposed of.</summary>
    public Action<EvaluationRequest> OnDispose { get; init; } = _ => { };

    public List<EvaluationRequest> Requests { get; } = [];

    public int Open { get; private set; }

    public override string Name => "Timed curves";

    public override ConfigSpace DefaultSpace => TestSpaces.Line;

    public override Configuration DefaultConfiguration => TestSpaces.At(0.5);

    public override int DefaultMaxEpochs => maxEpochs;

    public override bool HasCheckpoints => true;

    public override IEvaluation Start(EvaluationRequest request)
    {
        Requests.Add(request);
        Open++;
        return new Evaluation(this, request);
    }

    private sealed class Evaluation(TimedCurves curves, EvaluationRequest request) : ITimedEvaluation
    {
        public int Epoch { get; private set; } = request.Checkpoint?[0] ?? 0;

        public TimeSpan EpochTime => TimeSpan.FromSeconds(curves.Seconds(request, Epoch));

        public double RunEpoch(CancellationToken cancellationToken) => curves.Error(request, ++Epoch);

        public byte[] SaveCheckpoint()
        {
            curves.OnSave(request);
            return [(byte)Epoch];
        }

        public void Dispose()
        {
            curves.Open--;
            curves.OnDispose(request);
        }
    }
}
