using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Invariant 4: exactly as many trials as asked for, and an incumbent that knows nothing of the future.</summary>
public class StopCriteriaTests
{
    private readonly ScriptedObjective _objective = new();
    private readonly ManualTimeProvider _time = new();

    public static TheoryData<int, int> WorkersAndTrials()
    {
        var data = new TheoryData<int, int>();
        foreach (var workers in Enumerable.Range(1, 16))
        {
            foreach (var trials in new[] { 1, 2, 7, 16, 33 })
                data.Add(workers, trials);
        }

        return data;
    }

    [Theory, MemberData(nameof(WorkersAndTrials))]
    public void Exactly_the_trials_asked_for_are_run(int workers, int trials)
    {
        var objective = new FunctionObjective("x", TestSpaces.Line, TestSpaces.At(0.5), configuration => configuration.X());
        var run = TunerRun.Start(new RandomSearcher(TestSpaces.Line), objective, trials, new TunerOptions { Workers = workers });
        run.Finish();
        Assert.Equal(Enumerable.Range(0, trials), run.Events.Of<TrialStarted>().Select(start => start.TrialId));
        Assert.Equal(Enumerable.Range(0, trials), run.Events.Of<TrialEnded>().Select(end => end.TrialId).Order());
        Assert.Equal(trials, run.Tuner.Records.Count);
        Assert.Equal(trials, run.Tuner.IncumbentTrajectory.Count);
        Assert.Equal(trials, run.Tuner.CumulativeRuntime.Count);
        Assert.Equal((StudyOutcome.Completed, trials == 1 ? "Its one trial has run." : $"All {trials} trials have run."), (run.Ended.Outcome, run.Ended.Reason));
    }

    [Fact]
    public void Failed_trials_count_among_those_asked_for()
    {
        for (var trial = 0; trial < 5; trial++)
            _objective.Answer(trial, double.NaN);
        var run = TunerRun.Start(new RecordingSearcher(), _objective, 5, new TunerOptions { Workers = 2 });
        run.Finish();
        Assert.Equal(5, run.Events.Of<TrialStarted>().Count);
    }

    [Fact]
    public void The_time_limit_ends_running_trials_and_the_study()
    {
        var searcher = new RecordingSearcher();
        var run = TunerRun.Start(searcher, _objective, 100, new TunerOptions { Workers = 2, TimeLimit = TimeSpan.FromMinutes(1) }, _time);
        _objective.Answer(0, 0.5);
        _objective.AwaitAsking(1);
        _objective.AwaitAsking(2);
        _time.Advance(TimeSpan.FromSeconds(59));
        _objective.Answer(1, 0.4);
        _objective.AwaitAsking(3);
        _time.Advance(TimeSpan.FromSeconds(1));
        run.Finish();
        Assert.Equal((StudyOutcome.TimeLimit, "The time limit of 60 s was reached."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Equal(
            [TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Cancelled, TrialStatus.Cancelled], Enumerable.Range(0, 4).Select(run.StatusOf));
        Assert.Equal(4, run.Tuner.Records.Count);
        Assert.Empty(searcher.Pending);
        Assert.Equal(TimeSpan.FromMinutes(1), run.Ended.Elapsed);
    }

    [Fact]
    public void The_target_error_ends_the_study_once_a_trial_hands_it_in()
    {
        var run = TunerRun.Start(new RecordingSearcher(), _objective, 100, new TunerOptions { Workers = 2, TargetError = 0.2 });
        _objective.AwaitAsking(0);
        _objective.Answer(1, 0.21);
        _objective.Answer(2, 0.2);
        run.Finish();
        Assert.Equal((StudyOutcome.TargetReached, "The target error 0.2 was reached."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Equal(TrialStatus.Cancelled, run.StatusOf(0));
        Assert.Equal(0.2, run.Tuner.IncumbentError);
        Assert.Equal(3, run.Events.Of<TrialStarted>().Count);
    }

    [Fact]
    public void Minus_infinity_does_not_reach_the_target()
    {
        _objective.Answer(0, double.NegativeInfinity);
        _objective.Answer(1, 0.5);
        var run = TunerRun.Start(new RecordingSearcher(), _objective, 2, new TunerOptions { TargetError = 0.2 });
        run.Finish();
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void An_exhausted_searcher_ends_the_study_after_its_running_trials()
    {
        var run = TunerRun.Start(new RecordingSearcher(numberOfConfigurations: 3), _objective, 10, new TunerOptions { Workers = 4 });
        for (var trial = 0; trial < 3; trial++)
            _objective.Answer(trial, 0.5);
        run.Finish();
        Assert.Equal((StudyOutcome.Exhausted, "Every configuration of the space has been tried."), (run.Ended.Outcome, run.Ended.Reason));
        Assert.Equal([TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Completed], run.Tuner.Records.Select(record => record.Status));
    }

    [Fact]
    public void An_error_counts_from_the_moment_it_is_handed_in_and_not_before()
    {
        var objective = new ScriptedObjective(maxEpochs: 2);
        var run = TunerRun.Start(new RecordingSearcher(), objective, 2, new TunerOptions { Workers = 2 });
        objective.Answer(0, 0.1, epoch: 1);
        run.Events.Await<EpochReported>(report => report.TrialId == 0);
        Assert.Null(run.Tuner.IncumbentError);
        objective.Answer(1, 0.5, epoch: 1);
        objective.Answer(1, 0.4, epoch: 2);
        run.Events.Await<TrialEnded>(end => end.TrialId == 1);
        Assert.Equal(0.4, run.Tuner.IncumbentError);
        objective.Answer(0, 0.3, epoch: 2);
        run.Finish();
        Assert.Equal([0.4, 0.3], run.Tuner.IncumbentTrajectory);
    }

    [Fact]
    public void The_trajectory_can_be_recomputed_from_the_events_so_far()
    {
        var objective = new FunctionObjective("x", TestSpaces.Line, TestSpaces.At(0.5), configuration => configuration.X());
        var run = TunerRun.Start(new RandomSearcher(TestSpaces.Line), objective, 60, new TunerOptions { Workers = 8 });
        run.Finish();
        double? incumbent = null;
        var reported = new Dictionary<int, double>();
        var trajectory = new List<double?>();
        foreach (var studyEvent in run.Events.All)
        {
            if (studyEvent is EpochReported report)
                reported[report.TrialId] = report.Error;
            if (studyEvent is not TrialEnded end)
                continue;
            incumbent = Math.Min(incumbent ?? double.MaxValue, reported[end.TrialId]);
            trajectory.Add(incumbent);
        }

        Assert.Equal(trajectory, run.Tuner.IncumbentTrajectory);
    }
}
