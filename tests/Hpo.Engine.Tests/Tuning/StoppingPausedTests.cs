using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Paused trials that the scheduler ends for good.</summary>
public class StoppingPausedTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);

    [Fact]
    public void A_paused_trial_that_is_stopped_hands_in_its_error_and_says_why_and_the_worker_asks_again()
    {
        var run = TunerRun.Start(PauseThenStop(), _objective, 2);
        _objective.Answer(0, 0.2, epoch: 1);
        _objective.Answer(1, 0.3, epoch: 1);
        run.Finish();
        Assert.Equal(
            [(0, TrialStatus.Stopped, "rung 1: rank 2 of 2"), (1, TrialStatus.Stopped, "rung 1: rank 2 of 2")],
            run.Events.Of<TrialEnded>().Select(end => (end.TrialId, end.Status, end.Reason)));
        Assert.Equal([0.2, 0.3], run.Tuner.Records.Select(record => record.Error!.Value));
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void A_trial_is_stopped_only_when_its_checkpoint_is_saved()
    {
        var stopping = new TaskCompletionSource();
        _objective.HoldCheckpoints();
        var run = TunerRun.Start(PauseThenStop(stopping), _objective, 2, new TunerOptions { Workers = 2 });
        _objective.Answer(0, 0.2, epoch: 1);
        _objective.AwaitSaving(0);
        _objective.AwaitAsking(1);
        _objective.Throw(1, new InvalidOperationException("bad luck"));
        Patience.Await(stopping.Task, "the decision to stop");
        Assert.DoesNotContain(run.Tuner.Records, record => record.TrialId == 0);
        _objective.ReleaseCheckpoints();
        run.Finish();
        Assert.IsType<TrialPaused>(run.Events.All.TakeWhile(studyEvent => studyEvent is not TrialEnded { TrialId: 0 }).Last());
    }

    [Fact]
    public void Stopping_a_trial_that_is_not_paused_fails_the_study_in_words()
    {
        var run = TunerRun.Start(new ScriptedScheduler { OnSuggest = _ => new Decision.Stop(7, "rank 9 of 9") }, _objective, 2);
        Assert.Equal("ScriptedScheduler stops trial 7, which is not paused.", Assert.Throws<InvalidOperationException>(run.Finish).Message);
        Assert.Equal(StudyOutcome.Failed, run.Ended.Outcome);
    }

    /// <summary>Pauses every trial after its first epoch, and when all have been started, stops them in order.</summary>
    private static ScriptedScheduler PauseThenStop(TaskCompletionSource? stopping = null)
    {
        var paused = new Queue<int>();
        return new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                if (trialId is not null)
                    return ScriptedScheduler.StartAll(trialId);
                if (!paused.TryDequeue(out var next))
                    return new Decision.Exhausted("done");
                stopping?.TrySetResult();
                return new Decision.Stop(next, "rung 1: rank 2 of 2");
            },
            OnUpdate = (_, _, info) =>
            {
                paused.Enqueue(info.TrialId);
                return Verdict.Pause("rung 1");
            },
        };
    }
}
