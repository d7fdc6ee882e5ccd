using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Training.Tests.Recordings;

/// <summary>
/// Stands for a training: its errors tell configuration, seed and epoch. From a learning rate of 0.5 on it diverges at the second epoch.
/// </summary>
internal sealed class FakeTraining : Objective
{
    private int _running, _most;

    public override string Name => "Fake";

    public override ConfigSpace DefaultSpace { get; } = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    public override Configuration DefaultConfiguration { get; } = new(("learning_rate", 0.1), ("batch_size", 128));

    public override int DefaultMaxEpochs => 4;

    /// <summary>Called before each epoch; null for nothing.</summary>
    public Action<EvaluationRequest, int>? BeforeEpoch { get; init; }

    /// <summary>The largest number of trainings that there were at once.</summary>
    public int MostAtOnce => _most;

    public static double? Error(Configuration configuration, long seed, int epoch) => epoch > 1 && configuration["learning_rate"].AsReal() >= 0.5
        ? null
        : Math.Round((configuration["learning_rate"].AsReal() / epoch / 2) + (Math.Abs(seed % 1000) / 10_000.0), 4);

    public override IEvaluation Start(EvaluationRequest request)
    {
        var running = Interlocked.Increment(ref _running);
        for (var most = _most; running > most;)
            most = Interlocked.CompareExchange(ref _most, running, most);
        return new Evaluation(this, request);
    }

    private sealed class Evaluation(FakeTraining objective, EvaluationRequest request) : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            objective.BeforeEpoch?.Invoke(request, Epoch + 1);
            cancellationToken.ThrowIfCancellationRequested();
            return Error(request.Configuration, request.Seed, ++Epoch) ?? double.NaN;
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose() => Interlocked.Decrement(ref objective._running);
    }
}
