using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Comparisons.Tests;

/// <summary>An objective whose epochs wait until the test lets them go on, or until they are cancelled.</summary>
internal sealed class GatedObjective(int openTrials = 0) : Objective, IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly SemaphoreSlim _entered = new(0);
    private int _started;

    public override string Name => "a gated objective";

    public override ConfigSpace DefaultSpace { get; } = new(("x", new Uniform(0, 1)));

    public override Configuration DefaultConfiguration { get; } = new(("x", 0.5));

    public override IEvaluation Start(EvaluationRequest request) =>
        new Evaluation(this, request, isOpen: Interlocked.Increment(ref _started) <= openTrials);

    /// <summary>Waits until so many epochs wait.</summary>
    public async Task Entered(int epochs)
    {
        for (var i = 0; i < epochs; i++)
            Assert.True(await _entered.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Dispose();
        _entered.Dispose();
    }

    private sealed class Evaluation(GatedObjective objective, EvaluationRequest request, bool isOpen) : IEvaluation
    {
        public int Epoch { get; private set; }

        public double RunEpoch(CancellationToken cancellationToken)
        {
            if (!isOpen)
            {
                objective._entered.Release();
                objective._open.Wait(cancellationToken);
            }

            Epoch++;
            return request.Configuration["x"].AsReal();
        }

        public byte[] SaveCheckpoint() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
