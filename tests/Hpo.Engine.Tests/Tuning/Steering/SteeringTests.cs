using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning.Steering;

/// <summary>What a person does to a study while it runs: its trials, its workers, its end.</summary>
public class SteeringTests
{
    private readonly RecordingSearcher _searcher = new();
    private readonly ScriptedObjective _objective = new();

    [Fact]
    public void Trials_are_added_while_the_last_one_runs()
    {
        var run = TunerRun.Start(_searcher, _objective, 1);
        _objective.AwaitAsking(0);
        Assert.Null(run.Tuner.SetNumberOfTrials(3));
        AnswerAll(3);
        run.Finish();
        Assert.Equal(3, Assert.Single(run.Events.Of<NumberOfTrialsChanged>()).Trials);
        Assert.Equal((3, "All 3 trials have run."), (run.Tuner.Records.Count, run.Ended.Reason));
    }

    [Fact]
    public void A_worker_that_had_nothing_left_works_again_when_trials_are_added()
    {
        var run = TunerRun.Start(_searcher, _objective, 2, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        _objective.Answer(1, 0.5);
        run.Events.AwaitCount<TrialEnded>(1);
        run.Tuner.SetNumberOfTrials(3);
        _objective.AwaitAsking(2);
        Assert.Equal(WorkerOf(1), WorkerOf(2));
        _objective.Answer(0, 0.5);
        _objective.Answer(2, 0.5);
        run.Finish();

        int WorkerOf(int trial) => run.Events.Of<TrialStarted>().Single(started => started.TrialId == trial).Worker;
    }

    [Fact]
    public void Fewer_trials_than_have_been_started_are_not_possible()
    {
        var run = TunerRun.Start(_searcher, _objective, 5, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        Assert.Contains("there cannot be fewer than 2", run.Tuner.SetNumberOfTrials(1), StringComparison.Ordinal);
        Assert.Null(run.Tuner.SetNumberOfTrials(2));
        AnswerAll(2);
        run.Finish();
        Assert.Equal((2, StudyOutcome.Completed), (run.Tuner.Records.Count, run.Ended.Outcome));
    }

    [Fact]
    public void More_workers_start_at_once()
    {
        var run = TunerRun.Start(_searcher, _objective, 3);
        _objective.AwaitAsking(0);
        Assert.Null(run.Tuner.SetWorkers(3));
        _objective.AwaitAsking(1);
        _objective.AwaitAsking(2);
        AnswerAll(3);
        run.Finish();
        Assert.Equal([0, 1, 2], run.Events.Of<TrialStarted>().Select(started => started.Worker).Order());
    }

    [Fact]
    public void Fewer_workers_finish_what_they_run()
    {
        var run = TunerRun.Start(_searcher, _objective, 4, new TunerOptions { Workers = 2 });
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        Assert.Null(run.Tuner.SetWorkers(1));
        Assert.Equal("The number of workers is 1 already.", run.Tuner.SetWorkers(1));
        Assert.Equal("There must be at least 1 worker.", run.Tuner.SetWorkers(0));
        var second = run.Events.Of<TrialStarted>().Single(started => started.Worker == 1).TrialId;
        _objective.Answer(second, 0.5);
        run.Events.AwaitCount<TrialEnded>(1);
        _objective.Answer(1 - second, 0.5);
        _objective.Answer(2, 0.5);
        _objective.Answer(3, 0.5);
        run.Finish();
        Assert.All(run.Events.Of<TrialStarted>().Where(started => started.TrialId >= 2), started => Assert.Equal(0, started.Worker));
    }

    [Fact]
    public void A_worker_that_leaves_hands_over_the_paused_trial_it_was_to_resume()
    {
        var objective = new ScriptedObjective(maxEpochs: 2);
        var suggested = new Queue<Decision>([new Decision.Start(TestSpaces.At(0.1), ""), new Decision.Start(TestSpaces.At(0.2), ""), new Decision.Resume(0, "on")]);
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = _ => suggested.TryDequeue(out var decision) ? decision : new Decision.Wait(),
            OnUpdate = (_, _, info) => info is { TrialId: 0, Epoch: 1 } ? Verdict.Pause("rest") : Verdict.Continue,
        };
        objective.HoldCheckpoints();
        var run = TunerRun.Start(scheduler, objective, 2, new TunerOptions { Workers = 2 });
        objective.AwaitAsking(0);
        objective.AwaitAsking(1);
        var first = run.Events.Of<TrialStarted>().Single(started => started.TrialId == 0).Worker;
        objective.Answer(0, 0.5, 1);
        objective.AwaitSaving(0);
        // the other worker is told to resume trial 0, and waits for its checkpoint
        objective.Answer(1, 0.5, 1);
        objective.Answer(1, 0.5, 2);
        run.Events.AwaitCount<TrialEnded>(1);
        run.Tuner.SetWorkers(1);
        suggested.Enqueue(new Decision.Exhausted("over"));
        objective.ReleaseCheckpoints();
        objective.Answer(0, 0.4, 2);
        run.Finish();
        Assert.Equal(0, Assert.Single(run.Events.Of<TrialResumed>()).Worker);
        Assert.Equal(TrialStatus.Completed, run.StatusOf(0));
        Assert.InRange(first, 0, 1);
    }

    [Fact]
    public void A_stop_can_be_withdrawn_while_trials_run()
    {
        var run = TunerRun.Start(_searcher, _objective, 2);
        _objective.AwaitAsking(0);
        Assert.Equal("The study is not stopping.", run.Tuner.WithdrawStop());
        run.Tuner.RequestStop();
        Assert.Contains("Undo the stop first", run.Tuner.SetNumberOfTrials(9), StringComparison.Ordinal);
        Assert.Null(run.Tuner.WithdrawStop());
        AnswerAll(2);
        run.Finish();
        Assert.Single(run.Events.Of<StopWithdrawn>());
        Assert.Equal((2, StudyOutcome.Completed), (run.Tuner.Records.Count, run.Ended.Outcome));
    }

    [Fact]
    public void A_stopped_trial_hands_in_its_last_error_and_the_searcher_learns_that_none_follows()
    {
        var objective = new ScriptedObjective(maxEpochs: 3);
        var run = TunerRun.Start(_searcher, objective, 2);
        objective.Answer(0, 0.25);
        objective.AwaitAsking(0, 2);
        Assert.Null(run.Tuner.StopTrial(0));
        objective.AwaitAsking(1);
        var ended = Assert.Single(run.Events.Of<TrialEnded>());
        Assert.Equal((0, TrialStatus.Stopped, "A person stopped it."), (ended.TrialId, ended.Status, ended.Reason));
        Assert.Equal(0.25, run.Tuner.IncumbentError);
        Assert.Equal(TrialStatus.Stopped, _searcher.Failed[0]);
        run.Tuner.Cancel();
        run.Finish();
    }

    [Fact]
    public void A_trial_that_is_stopped_before_its_first_report_is_cancelled()
    {
        var run = TunerRun.Start(_searcher, _objective, 1);
        _objective.AwaitAsking(0);
        run.Tuner.StopTrial(0);
        run.Finish();
        Assert.Equal((TrialStatus.Cancelled, StudyOutcome.Completed), (run.StatusOf(0), run.Ended.Outcome));
    }

    [Fact]
    public void Only_a_trial_that_runs_or_is_paused_can_be_stopped()
    {
        _objective.Answer(0, 0.5);
        var run = TunerRun.Start(_searcher, _objective, 3);
        _objective.AwaitAsking(1);
        Assert.Equal("Trial 0 has ended.", run.Tuner.StopTrial(0));
        Assert.Equal("There is no trial 2 yet.", run.Tuner.StopTrial(2));
        Assert.Equal("There is no trial -1 yet.", run.Tuner.StopTrial(-1));
        run.Tuner.Cancel();
        run.Finish();
        Assert.Empty(run.Events.Of<TrialStopRequested>());
    }

    [Fact]
    public void A_paused_trial_is_stopped_at_once()
    {
        var objective = new ScriptedObjective(maxEpochs: 2);
        var failed = new List<(int, TrialStatus)>();
        var suggested = new Queue<Decision>([new Decision.Start(TestSpaces.At(0.1), ""), new Decision.Start(TestSpaces.At(0.2), "")]);
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = _ => suggested.TryDequeue(out var decision) ? decision : new Decision.Exhausted("over"),
            OnUpdate = (_, _, info) => info is { TrialId: 0, Epoch: 1 } ? Verdict.Pause("rest") : Verdict.Continue,
            OnFailed = (id, status) => failed.Add((id, status)),
        };
        objective.Answer(0, 0.5);
        var run = TunerRun.Start(scheduler, objective, 2);
        objective.AwaitAsking(1);
        Assert.Null(run.Tuner.StopTrial(0));
        Assert.Equal([(0, TrialStatus.Stopped)], failed);
        Assert.Equal([typeof(TrialStopRequested), typeof(TrialEnded)], run.Events.All.TakeLast(2).Select(studyEvent => studyEvent.GetType()));
        run.Tuner.Cancel();
        run.Finish();
    }

    [Fact]
    public void Before_a_run_and_in_simulated_time_there_is_nothing_to_steer()
    {
        var tuner = new HpoTuner(new ScriptedScheduler(), new Branin());
        Assert.Equal("The study is not running.", tuner.Pause());
        string? refusal = null, stop = "";
        SimulatedTuner? simulated = null;
        simulated = new SimulatedTuner(new ScriptedScheduler(), new Branin(), null, studyEvent =>
        {
            if (studyEvent is TrialEnded { TrialId: 0 })
                (refusal, stop) = (simulated!.SetWorkers(2), simulated.RequestStop());
        });
        simulated.Run(5);
        Assert.Contains("in simulated time", refusal, StringComparison.Ordinal);
        Assert.Null(stop);
        Assert.Single(simulated.Records);
    }

    private void AnswerAll(int trials)
    {
        for (var trial = 0; trial < trials; trial++)
            _objective.Answer(trial, 0.5);
    }
}
