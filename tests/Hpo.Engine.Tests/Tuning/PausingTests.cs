using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

public class PausingTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_resumed_trial_goes_on_from_its_checkpoint()
    {
        var run = TunerRun.Start(ScriptedScheduler.PauseOnce(), _objective, 2);
        Answer(trial: 0, 0.5, 0.4, 0.3);
        Answer(trial: 1, 0.6, 0.5, 0.45);
        run.Finish();
        Assert.Equal(
            [
                "StudyStarted", "TrialStarted 0", "EpochReported 0", "TrialPaused 0", "TrialStarted 1", "EpochReported 1", "TrialPaused 1",
                "TrialResumed 0", "EpochReported 0", "EpochReported 0", "TrialEnded 0",
                "TrialResumed 1", "EpochReported 1", "EpochReported 1", "TrialEnded 1", "StudyEnded",
            ],
            run.Events.All.Select(Describe));
        Assert.Equal([null, null, 1, 1], _objective.Requests.Select(request => request.Checkpoint?[0]));
        Assert.Equal(_objective.Requests[0] with { Attempt = 2 }, _objective.Requests[2] with { Checkpoint = null });
        Assert.Equal([1, 2, 3], run.Events.Of<EpochReported>().Where(report => report.TrialId == 0).Select(report => report.Epoch));
        Assert.Equal([0.3, 0.45], run.Tuner.Records.Select(record => record.Error!.Value));
        Assert.Equal(["rung 1", "rung 1"], run.Events.Of<TrialPaused>().Select(pause => pause.Reason));
    }

    [Fact]
    public void The_error_of_a_paused_trial_counts_from_its_pause()
    {
        var run = TunerRun.Start(ScriptedScheduler.PauseOnce(), _objective, 2);
        _objective.Answer(0, 0.1, epoch: 1);
        _objective.AwaitAsking(1);
        Assert.Equal(0.1, run.Tuner.IncumbentError);
        Assert.Empty(run.Tuner.Records);
        Answer(trial: 1, 0.6, 0.5, 0.45);
        _objective.Answer(0, 0.2, epoch: 2);
        _objective.Answer(0, 0.3, epoch: 3);
        run.Finish();
        // the trial got worse afterwards; what it had handed in stands
        Assert.Equal([0.1, 0.1], run.Tuner.IncumbentTrajectory);
        Assert.Equal(0.3, run.Tuner.Records[0].Error);
    }

    [Fact]
    public void A_pause_can_reach_the_target()
    {
        _objective.Answer(0, 0.1, epoch: 1);
        var run = TunerRun.Start(ScriptedScheduler.PauseOnce(), _objective, 2, new TunerOptions { TargetError = 0.1 });
        run.Finish();
        Assert.Equal(StudyOutcome.TargetReached, run.Ended.Outcome);
        Assert.Equal(0.1, run.Tuner.IncumbentError);
    }

    [Fact]
    public void A_worker_that_is_to_resume_a_trial_waits_for_its_checkpoint()
    {
        // trial 0 is paused; before its worker has saved the checkpoint, another is told to resume it, and a third that nothing is left
        var (decided, exhausted) = (new TaskCompletionSource(), new TaskCompletionSource());
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                if (trialId is not null)
                    return ScriptedScheduler.StartAll(trialId);
                if (decided.TrySetResult())
                    return new Decision.Resume(0, "promoted");
                exhausted.TrySetResult();
                return new Decision.Exhausted("done");
            },
            OnUpdate = (_, _, info) => info is { TrialId: 0, Epoch: 1 } ? Verdict.Pause("rung 1") : Verdict.Continue,
        };
        _objective.HoldCheckpoints();
        var run = TunerRun.Start(scheduler, _objective, 3, new TunerOptions { Workers = 3 }, _time);
        _objective.AwaitAsking(2);
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.AwaitSaving(0);
        Answer(trial: 1, 0.6, 0.5, 0.4);
        Patience.Await(decided.Task, "the decision to resume");
        Answer(trial: 2, 0.6, 0.5, 0.4);
        Patience.Await(exhausted.Task, "the answer that nothing is left");
        // reading the books waits until the workers have let go of them: one to wait for the checkpoint, one to go home
        Assert.Equal([1, 2], run.Tuner.Records.Select(record => record.TrialId));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(run.Events.Of<TrialResumed>());
        _objective.ReleaseCheckpoints();
        _objective.Answer(0, 0.3, epoch: 2);
        _objective.Answer(0, 0.2, epoch: 3);
        run.Finish();
        Assert.Equal(TrialStatus.Completed, run.StatusOf(0));
        Assert.Equal(1, Assert.Single(_objective.Requests[^1].Checkpoint!));
        Assert.Equal(run.Events.Of<TrialStarted>()[1].Worker, Assert.Single(run.Events.Of<TrialResumed>()).Worker);
        // the 5 s belong to the saving; that another worker waited for it does not count them twice
        Assert.Equal(TimeSpan.FromSeconds(5), run.Tuner.Records.Single(record => record.TrialId == 0).Runtime);
    }

    [Fact]
    public void A_worker_may_be_told_to_wait_while_another_is_about_to_resume_the_only_trial()
    {
        var isDone = false;
        var decided = new TaskCompletionSource();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId => trialId is not null ? ScriptedScheduler.StartAll(trialId)
                : decided.TrySetResult() ? new Decision.Resume(0, "promoted")
                : isDone ? new Decision.Exhausted("done")
                : new Decision.Wait(),
            OnUpdate = (_, _, info) =>
            {
                isDone |= info is { TrialId: 0, IsFinal: true };
                return info is { TrialId: 0, Epoch: 1 } ? Verdict.Pause("rung 1") : Verdict.Continue;
            },
        };
        _objective.HoldCheckpoints();
        var run = TunerRun.Start(scheduler, _objective, 2, new TunerOptions { Workers = 2 });
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.AwaitSaving(0);
        Answer(trial: 1, 0.6, 0.5, 0.4);
        Patience.Await(decided.Task, "the decision to resume");
        Assert.Single(run.Tuner.Records);
        // the worker that saves asks the scheduler before the one that waits for it has woken up
        _objective.ReleaseCheckpoints();
        _objective.Answer(0, 0.3, epoch: 2);
        _objective.Answer(0, 0.2, epoch: 3);
        run.Finish();
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_saved_fails_the_trial_and_frees_the_worker_that_waits_for_it()
    {
        var failed = new List<int>();
        var decided = new TaskCompletionSource();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId => trialId is not null ? ScriptedScheduler.StartAll(trialId)
                : decided.TrySetResult() ? new Decision.Resume(0, "promoted")
                : new Decision.Exhausted("done"),
            OnUpdate = (_, _, info) => info.TrialId == 0 ? Verdict.Pause("rung 1") : Verdict.Continue,
            OnFailed = (trialId, _) => failed.Add(trialId),
        };
        _objective.HoldCheckpoints(new IOException("disk full"));
        var run = TunerRun.Start(scheduler, _objective, 2, new TunerOptions { Workers = 2 });
        _objective.Answer(0, 0.5, epoch: 1);
        _objective.AwaitSaving(0);
        Answer(trial: 1, 0.6, 0.5, 0.4);
        Patience.Await(decided.Task, "the decision to resume");
        _objective.ReleaseCheckpoints();
        run.Finish();
        Assert.Equal([0], failed);
        Assert.Equal(TrialStatus.Failed, run.StatusOf(0));
        Assert.Equal("IOException: disk full", run.Events.Of<TrialEnded>().Single(end => end.TrialId == 0).Reason);
        Assert.Equal(TrialStatus.Completed, run.StatusOf(1));
        Assert.Null(run.Tuner.Records.Single(record => record.TrialId == 0).Error);
    }

    [Fact]
    public void An_objective_without_checkpoints_cannot_be_paused()
    {
        var objective = new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ => 0.5);
        var run = TunerRun.Start(ScriptedScheduler.PauseOnce(), objective, 1, new TunerOptions { MaxEpochs = 3 });
        Assert.Throws<InvalidOperationException>(run.Finish);
        Assert.Equal("NotSupportedException: f has no checkpoints.", Assert.Single(run.Events.Of<TrialEnded>()).Reason);
    }

    [Fact]
    public void A_pause_does_not_count_as_runtime()
    {
        var scheduler = ScriptedScheduler.PauseOnce();
        var run = TunerRun.Start(scheduler, _objective, 2, new TunerOptions { TrialTimeout = TimeSpan.FromSeconds(10) }, _time);
        Spend(0, epoch: 1, seconds: 3);
        Spend(1, epoch: 1, seconds: 4);
        Spend(0, epoch: 2, seconds: 3);
        Spend(0, epoch: 3, seconds: 3);
        Spend(1, epoch: 2, seconds: 4);
        // the timeout of the second trial counts its work only: 4 + 4 + 2 s
        _objective.AwaitAsking(1, epoch: 3);
        _time.Advance(TimeSpan.FromSeconds(2));
        run.Finish();
        Assert.Equal([(0, TrialStatus.Completed, 9.0), (1, TrialStatus.TimedOut, 10.0)], run.Tuner.Records.Select(record => (record.TrialId, record.Status, record.Runtime.TotalSeconds)));
        Assert.Equal([3.0, 4], run.Events.Of<TrialPaused>().Select(pause => pause.Runtime.TotalSeconds));
        Assert.Equal(19, run.Tuner.CurrentRuntime.TotalSeconds);

        void Spend(int trial, int epoch, int seconds)
        {
            _objective.AwaitAsking(trial, epoch);
            _time.Advance(TimeSpan.FromSeconds(seconds));
            _objective.Answer(trial, 0.5, epoch);
        }
    }

    [Fact]
    public void Trials_left_paused_end_with_the_study_and_keep_their_errors()
    {
        var scheduler = new ScriptedScheduler { OnUpdate = (_, _, info) => info.TrialId == 1 ? Verdict.Continue : Verdict.Pause("rung 1") };
        Answer(trial: 0, 0.2);
        Answer(trial: 1, 0.6, 0.5, 0.4);
        Answer(trial: 2, 0.3);
        var run = TunerRun.Start(scheduler, _objective, 3);
        run.Finish();
        Assert.Equal([(1, TrialStatus.Completed), (0, TrialStatus.Stopped), (2, TrialStatus.Stopped)], run.Tuner.Records.Select(record => (record.TrialId, record.Status)));
        Assert.Equal([0.4, 0.2, 0.3], run.Tuner.Records.Select(record => record.Error!.Value));
        Assert.Equal([0.2, 0.2, 0.2], run.Tuner.IncumbentTrajectory);
        Assert.Equal("The study ended while the trial was paused.", run.Events.Of<TrialEnded>()[^1].Reason);
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
        Assert.IsType<StudyEnded>(run.Events.All[^1]);
    }

    [Fact]
    public void A_stopped_trial_hands_in_its_last_error()
    {
        var scheduler = new ScriptedScheduler { OnUpdate = (_, _, info) => info.Epoch == 2 ? Verdict.Stop("rank 3 of 4") : Verdict.Continue };
        Answer(trial: 0, 0.2, 0.25);
        var run = TunerRun.Start(scheduler, _objective, 1);
        run.Finish();
        var end = Assert.Single(run.Events.Of<TrialEnded>());
        Assert.Equal((TrialStatus.Stopped, "rank 3 of 4"), (end.Status, end.Reason));
        Assert.Equal(0.25, run.Tuner.IncumbentError);
    }

    [Fact]
    public void After_its_last_epoch_a_trial_is_completed_whatever_the_verdict()
    {
        Answer(trial: 0, 0.2, 0.2, 0.2);
        var run = TunerRun.Start(new ScriptedScheduler { OnUpdate = (_, _, info) => info.IsFinal ? Verdict.Pause("late") : Verdict.Continue }, _objective, 1);
        run.Finish();
        Assert.Equal(TrialStatus.Completed, run.StatusOf(0));
        Assert.Empty(run.Events.Of<TrialPaused>());
    }

    private static string Describe(StudyEvent studyEvent) => studyEvent switch
    {
        TrialStarted e => $"TrialStarted {e.TrialId}",
        TrialResumed e => $"TrialResumed {e.TrialId}",
        TrialPaused e => $"TrialPaused {e.TrialId}",
        EpochReported e => $"EpochReported {e.TrialId}",
        TrialEnded e => $"TrialEnded {e.TrialId}",
        _ => studyEvent.GetType().Name,
    };

    private void Answer(int trial, params double[] errors)
    {
        for (var i = 0; i < errors.Length; i++)
            _objective.Answer(trial, errors[i], epoch: i + 1);
    }
}
