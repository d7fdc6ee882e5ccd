using Hpo.Engine.Objectives;
using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Tests.Objectives.Recorded;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Objectives;

public class PacedObjectiveTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task An_epoch_takes_its_time_by_the_injected_clock()
    {
        var branin = new Branin();
        using var evaluation = Start(branin);
        var epoch = Task.Run(() => evaluation.RunEpoch(CancellationToken.None));
        _time.AwaitTimers(1);
        Assert.Equal(0, evaluation.Epoch);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(branin.ValueAt(branin.DefaultConfiguration), await epoch);
        Assert.Equal(1, evaluation.Epoch);
    }

    [Fact]
    public async Task The_wait_obeys_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        using var evaluation = Start(new Branin());
        var epoch = Task.Run(() => evaluation.RunEpoch(cancel.Token));
        _time.AwaitTimers(1);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => epoch);
    }

    [Fact]
    public void All_else_is_that_of_the_objective()
    {
        var inner = new SyntheticCurve();
        var paced = new PacedObjective(inner, TimeSpan.Zero);
        Assert.Equal(
            (inner.Name, inner.DefaultSpace, inner.DefaultConfiguration, inner.DefaultMaxEpochs, true, true),
            (paced.Name, paced.DefaultSpace, paced.DefaultConfiguration, paced.DefaultMaxEpochs, paced.HasEpochs, paced.HasCheckpoints));
        Assert.Equal(inner.KnownMinimum, paced.KnownMinimum);
        Assert.Null(paced.LastEpoch);
        Assert.Equal(MadeUpTable.Epochs, new PacedObjective(new RecordedObjective(MadeUpTable.Create()), TimeSpan.Zero).LastEpoch);
        Assert.Equal(2, paced.CheckSpace(new Branin().DefaultSpace).Count);
        var request = new EvaluationRequest(0, inner.DefaultConfiguration, 5, 10);
        using var first = paced.Start(request);
        first.RunEpoch(CancellationToken.None);
        using var second = paced.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(1, second.Epoch);
    }

    private IEvaluation Start(Objective objective) =>
        new PacedObjective(objective, TimeSpan.FromSeconds(2), _time).Start(new EvaluationRequest(0, objective.DefaultConfiguration, 0, 1));
}
