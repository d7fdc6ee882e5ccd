using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Studies.Tests;

/// <summary>An objective whose trials wait until the test lets them go on, or until they are cancelled.</summary>
internal sealed class GatedObjective : Objective, IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly SemaphoreSlim _entered = new(0);

    public override string Name => "a gated objective";

    public override ConfigSpace DefaultSpace => Samples.Space;

    public override Configuration DefaultConfiguration => Samples.Initial;

    public override IEvaluation Start(EvaluationRequest request) => new Evaluation(this);

    /// <summary>Waits until so many trials have begun.</summary>
    public async Task Entered(int trials)
    {
        for (var i = 0; i < trials; i++)
            Assert.True(await _entered.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Dispose();
        _entered.Dispose();
    }

    private sealed class Evaluation(GatedObjective objective) : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            objective._entered.Release();
            objective._open.Wait(cancellationToken);
            Epoch++;
            return 0.5;
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
