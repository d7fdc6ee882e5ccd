using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Executors that do not keep to their contract, or keep to it in unusual ways.</summary>
public class ExecutorContractTests
{
    private readonly EventRecorder _events = new();

    [Fact]
    public void One_that_returns_early_fails_the_trial()
    {
        Run(new ScriptedExecutor((_, report) =>
        {
            report(1, 0.5);
            return Task.FromResult<AttemptEnd>(new AttemptEnd.Done());
        }));
        Assert.Equal("The evaluation returned before its last epoch.", Ended.Reason);
    }

    [Fact]
    public void One_that_throws_at_once_fails_the_trial()
    {
        Run(new ScriptedExecutor((_, _) => throw new ArithmeticException("no such machine")));
        Assert.Equal((TrialStatus.Failed, "ArithmeticException: no such machine"), (Ended.Status, Ended.Reason));
    }

    [Fact]
    public void One_that_cancels_by_itself_fails_the_trial()
    {
        Run(new ScriptedExecutor((_, _) => Task.FromCanceled<AttemptEnd>(new CancellationToken(canceled: true))));
        Assert.Equal(TrialStatus.Failed, Ended.Status);
    }

    [Fact]
    public void A_checkpoint_that_nobody_asked_for_is_not_a_pause()
    {
        Run(new ScriptedExecutor((request, report) =>
        {
            for (var epoch = 1; epoch <= request.MaxEpochs; epoch++)
                report(epoch, 0.5);
            return Task.FromResult<AttemptEnd>(new AttemptEnd.Paused([1]));
        }));
        Assert.Equal(TrialStatus.Completed, Ended.Status);
        Assert.Empty(_events.Of<TrialPaused>());
    }

    [Fact]
    public void A_checkpoint_that_was_not_given_cannot_be_refused()
    {
        Run(new ScriptedExecutor((_, _) => Task.FromResult<AttemptEnd>(new AttemptEnd.CheckpointRefused("of another network"))));
        Assert.Equal(TrialStatus.Failed, Ended.Status);
        Assert.Empty(_events.Of<CheckpointLost>());
    }

    [Fact]
    public void Thousands_of_trials_that_end_at_once_do_not_pile_up()
    {
        Run(
            new ScriptedExecutor((request, report) =>
            {
                report(1, 0.5);
                report(2, 0.5);
                return Task.FromResult<AttemptEnd>(new AttemptEnd.Done());
            }),
            trials: 20_000);
        Assert.Equal(20_000, _events.Of<TrialEnded>().Count(ended => ended.Status == TrialStatus.Completed));
    }

    private TrialEnded Ended => Assert.Single(_events.Of<TrialEnded>());

    private void Run(IExecutor executor, int trials = 1)
    {
        new HpoTuner(new ScriptedScheduler(), new ScriptedObjective(maxEpochs: 2), null, _events.Add, executor: executor).Run(trials);
        StudyGrammar.AssertFollowed(_events.All, maxEpochs: 2);
    }
}
