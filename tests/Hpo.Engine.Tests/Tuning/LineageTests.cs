using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Trials that go on from the checkpoint of another.</summary>
public class LineageTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);

    [Fact]
    public void A_trial_goes_on_from_the_latest_checkpoint_of_its_parent_with_its_own_configuration()
    {
        var run = Start(BreedFromTrial0());
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.Answer(1, 0.4, epoch: 2);
        _objective.Answer(1, 0.3, epoch: 3);
        run.Finish();
        Assert.Equal([null, 0], run.Events.Of<TrialStarted>().Select(start => start.ParentId));
        var request = _objective.Requests[1];
        Assert.Equal((1, TestSpaces.At(0.75)), (request.TrialId, request.Configuration));
        Assert.Equal(1, Assert.Single(request.Checkpoint!));
        Assert.Equal([2, 3], run.Events.Of<EpochReported>().Where(report => report.TrialId == 1).Select(report => report.Epoch));
        Assert.Equal(TrialStatus.Completed, run.StatusOf(1));
        StudyGrammar.AssertFollowed(run.Events.All, maxEpochs: 3);
    }

    [Fact]
    public void A_parent_may_have_gone_on_since()
    {
        var run = Start(new ScriptedScheduler
        {
            OnSuggest = Script(
                new Decision.Start(TestSpaces.At(0.5), "new"), new Decision.Resume(0, "promoted"), new Decision.Start(TestSpaces.At(0.75), "bred", ParentId: 0)),
            OnUpdate = (_, _, info) => info is { TrialId: 0, Epoch: <= 2 } ? Verdict.Pause("rung") : Verdict.Continue,
        });
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.Answer(0, 0.4, epoch: 2);
        _objective.Answer(1, 0.3, epoch: 3);
        run.Finish();
        Assert.Equal(2, Assert.Single(_objective.Requests[2].Checkpoint!));
    }

    [Fact]
    public void While_the_parents_checkpoint_is_being_saved_its_child_waits()
    {
        var decided = new TaskCompletionSource();
        var scheduler = BreedFromTrial0(() => decided.TrySetResult());
        _objective.HoldCheckpoints();
        var run = Start(scheduler, workers: 2);
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.AwaitSaving(0);
        Patience.Await(decided.Task, "the decision to breed");
        // the books are read only when the worker that was told so has let go of them
        Assert.Empty(run.Tuner.Records);
        Assert.Single(run.Events.Of<TrialStarted>());
        _objective.ReleaseCheckpoints();
        _objective.Answer(1, 0.4, epoch: 2);
        _objective.Answer(1, 0.3, epoch: 3);
        run.Finish();
        Assert.Equal([0, 1], run.Events.Of<TrialStarted>().Select(start => start.TrialId));
        Assert.Equal(1, Assert.Single(_objective.Requests[1].Checkpoint!));
    }

    [Fact]
    public void A_parent_whose_checkpoint_cannot_be_saved_has_failed_and_the_scheduler_decides_anew()
    {
        var (isPaused, hasFailed) = (false, false);
        var decided = new TaskCompletionSource();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                if (trialId is null)
                    return new Decision.Exhausted("done");
                if (trialId == 0 || hasFailed)
                    return new Decision.Start(TestSpaces.At(0.5), "new");
                if (!isPaused)
                    return new Decision.Wait();
                decided.TrySetResult();
                return new Decision.Start(TestSpaces.At(0.75), "bred", ParentId: 0);
            },
            OnUpdate = (_, _, info) =>
            {
                isPaused |= info.TrialId == 0;
                return info.TrialId == 0 ? Verdict.Pause("rung 1") : Verdict.Continue;
            },
            OnFailed = (_, _) => hasFailed = true,
        };
        _objective.HoldCheckpoints(new IOException("disk full"));
        var run = Start(scheduler, workers: 2);
        _objective.Answer(0, 0.5, epoch: 1);
        Patience.Await(decided.Task, "the decision to breed");
        _objective.ReleaseCheckpoints();
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(1, 0.3, epoch);
        run.Finish();
        Assert.Null(run.Events.Of<TrialStarted>()[1].ParentId);
        Assert.Equal(TrialStatus.Completed, run.StatusOf(1));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    public void A_parent_that_is_unknown_or_has_ended_fails_the_study_in_words(int parentId)
    {
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(0, 0.5, epoch);
        var run = Start(new ScriptedScheduler { OnSuggest = Script(new Decision.Start(TestSpaces.At(0.5), "new"), new Decision.Start(TestSpaces.At(0.5), "bred", parentId)) });
        var message = $"ScriptedScheduler starts a trial from trial {parentId}, which has ended or was never paused.";
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(run.Finish).Message);
        Assert.Equal((StudyOutcome.Failed, $"InvalidOperationException: {message}"), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Single(run.Events.Of<TrialStarted>());
    }

    /// <summary>Pauses trial 0 after its first epoch, and then starts trial 1 from its checkpoint.</summary>
    private static ScriptedScheduler BreedFromTrial0(Action? onBreed = null)
    {
        var isPaused = false;
        return new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                if (trialId == 0)
                    return new Decision.Start(TestSpaces.At(0.5), "new");
                if (trialId is null)
                    return new Decision.Exhausted("done");
                if (!isPaused)
                    return new Decision.Wait();
                onBreed?.Invoke();
                return new Decision.Start(TestSpaces.At(0.75), "bred from trial 0", ParentId: 0);
            },
            OnUpdate = (_, _, info) =>
            {
                isPaused |= info.TrialId == 0;
                return info.TrialId == 0 ? Verdict.Pause("rung 1") : Verdict.Continue;
            },
        };
    }

    private static Func<int?, Decision> Script(params Decision[] decisions)
    {
        var next = 0;
        return _ => next < decisions.Length ? decisions[next++] : new Decision.Exhausted("done");
    }

    private TunerRun Start(ScriptedScheduler scheduler, int workers = 1) =>
        TunerRun.Start(scheduler, _objective, 2, new TunerOptions { Workers = workers });
}
