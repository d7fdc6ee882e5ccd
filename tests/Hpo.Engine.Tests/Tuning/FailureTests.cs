using Hpo.Engine.Objectives;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>
/// Invariant 3: not a number, an infinity, an exception and a timeout are outcomes of their own; none ends the study, none is an
/// incumbent, and the searcher learns of each.
/// </summary>
public class FailureTests
{
    private readonly RecordingSearcher _searcher = new();
    private readonly ScriptedObjective _objective = new();
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Every_way_to_fail_is_survived_and_told_apart(int workers)
    {
        var run = TunerRun.Start(_searcher, _objective, 6, new TunerOptions { Workers = workers, TrialTimeout = TimeSpan.FromSeconds(10) }, _time);
        _objective.Answer(0, double.NaN);
        _objective.Answer(1, double.PositiveInfinity);
        _objective.Answer(2, double.NegativeInfinity);
        _objective.Throw(3, new InvalidOperationException("out of memory"));
        _objective.Answer(5, 0.3);
        _objective.AwaitAsking(4);
        if (workers > 1)
            run.Events.AwaitCount<TrialEnded>(5);
        _time.Advance(TimeSpan.FromSeconds(10));
        run.Finish();

        Assert.Equal(
            [TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Infinite, TrialStatus.Failed, TrialStatus.TimedOut, TrialStatus.Completed],
            Enumerable.Range(0, 6).Select(run.StatusOf));
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
        Assert.Equal(0.3, run.Tuner.IncumbentError);
        Assert.Equal(_searcher.Suggested[5], run.Tuner.Incumbent);
        Assert.Equal(5, Assert.Single(run.Tuner.Records, record => record.Error is not null).TrialId);
        Assert.Empty(_searcher.Pending);
        Assert.Equal(5, Assert.Single(_searcher.Learned).TrialId);
        Assert.All(_searcher.Failed, pair => Assert.Equal(run.StatusOf(pair.Key), pair.Value));
        Assert.Equal(5, _searcher.Failed.Count);
        Assert.Equal(5, Assert.Single(run.Events.Of<EpochReported>()).TrialId);
    }

    [Fact]
    public void The_reason_of_each_failure_is_said_in_words()
    {
        var run = TunerRun.Start(_searcher, _objective, 5, new TunerOptions { TrialTimeout = TimeSpan.FromSeconds(2.5) }, _time);
        _objective.Answer(0, double.NaN);
        _objective.Answer(1, double.NegativeInfinity);
        _objective.Throw(2, new InvalidOperationException("out of memory"));
        _objective.Answer(4, 0.1);
        _objective.AwaitAsking(3);
        _time.Advance(TimeSpan.FromSeconds(2.5));
        run.Finish();
        Assert.Equal(
            [
                "The error after epoch 1 was not a number.",
                "The error after epoch 1 was infinite.",
                "InvalidOperationException: out of memory",
                "It took longer than 2.5 s.",
                null,
            ],
            run.Events.Of<TrialEnded>().Select(end => end.Reason));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_trial_that_diverges_late_hands_in_none_of_its_earlier_errors(double error)
    {
        var objective = new ScriptedObjective(maxEpochs: 3);
        var run = TunerRun.Start(_searcher, objective, 1);
        objective.Answer(0, 0.1, epoch: 1);
        objective.Answer(0, error, epoch: 2);
        run.Finish();
        Assert.Null(run.Tuner.Incumbent);
        Assert.Null(Assert.Single(run.Tuner.Records).Error);
        Assert.Equal([1], run.Events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Equal([(double?)null], run.Tuner.IncumbentTrajectory);
    }

    [Fact]
    public void A_hyperparameter_that_the_objective_misses_is_a_failed_trial()
    {
        var objective = new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), configuration => configuration["momentum"].AsReal());
        var run = TunerRun.Start(_searcher, objective, 2);
        run.Finish();
        Assert.Equal([TrialStatus.Failed, TrialStatus.Failed], run.Tuner.Records.Select(record => record.Status));
        Assert.Equal("KeyNotFoundException: The configuration has no hyperparameter momentum.", run.Events.Of<TrialEnded>()[0].Reason);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        _objective.Throw(0, new OperationCanceledException("its own token"));
        var run = TunerRun.Start(_searcher, _objective, 1);
        run.Finish();
        Assert.Equal(TrialStatus.Failed, run.StatusOf(0));
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
    }

    [Fact]
    public void A_late_error_does_not_count()
    {
        // an objective that does not look at the token within its epoch
        var objective = new FunctionObjective("slow", TestSpaces.Line, TestSpaces.At(0), _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(11));
            return 0.1;
        });
        var run = TunerRun.Start(_searcher, objective, 2, new TunerOptions { TrialTimeout = TimeSpan.FromSeconds(10) }, _time);
        run.Finish();
        Assert.Equal([TrialStatus.TimedOut, TrialStatus.TimedOut], run.Tuner.Records.Select(record => record.Status));
        Assert.Null(run.Tuner.Incumbent);
    }

    [Fact]
    public void Only_the_trial_that_took_too_long_is_timed_out()
    {
        var run = TunerRun.Start(_searcher, _objective, 2, new TunerOptions { Workers = 2, TrialTimeout = TimeSpan.FromSeconds(10) }, _time);
        _objective.AwaitAsking(0);
        _objective.AwaitAsking(1);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        _objective.Answer(0, 0.5);
        run.Events.Await<TrialEnded>(end => end.TrialId == 0);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        run.Finish();
        Assert.Equal([TrialStatus.Completed, TrialStatus.TimedOut], Enumerable.Range(0, 2).Select(run.StatusOf));
        Assert.Equal(TimeSpan.FromSeconds(10), run.Tuner.Records.Single(record => record.TrialId == 1).Runtime);
    }
}
