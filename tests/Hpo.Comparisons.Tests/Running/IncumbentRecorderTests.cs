using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Running;
using Hpo.Engine.Objectives;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Comparisons.Tests.Running;

public sealed class IncumbentRecorderTests
{
    private readonly IncumbentRecorder _recorder = new();

    private RepetitionResult Result => _recorder.ToResult(new Lane(1, 2, 3));

    [Fact]
    public void An_error_counts_when_it_is_handed_in_and_not_while_the_trial_runs()
    {
        Report(1, trial: 0, epoch: 1, 0.5);
        Report(2, trial: 0, epoch: 2, 0.1);
        Report(3, trial: 0, epoch: 3, 0.4);
        Assert.Empty(Result.Steps);

        End(3, 0, TrialStatus.Completed);
        Assert.Equal([new IncumbentStep(3, 1, 3, 0.4)], Result.Steps);
    }

    [Fact]
    public void Only_a_smaller_error_is_a_step()
    {
        Run(1, 0, 0.5);
        Run(2, 1, 0.5);
        Run(3, 2, 0.6);
        Run(4, 3, 0.3);

        Assert.Equal([new IncumbentStep(1, 1, 1, 0.5), new IncumbentStep(4, 4, 4, 0.3)], Result.Steps);
        Assert.Equal((4.0, 4, 4), (Result.EndSeconds, Result.EndTrials, Result.EndEpochs));
    }

    [Fact]
    public void A_paused_trial_hands_in_its_error_and_counts_once()
    {
        Report(1, 0, 1, 0.5);
        _recorder.Apply(new TrialPaused(Seconds(1), 0, Seconds(1), "rung 1"));
        Report(2, 0, 2, 0.3);
        _recorder.Apply(new TrialPaused(Seconds(2), 0, Seconds(2), "rung 2"));
        End(3, 0, TrialStatus.Stopped);

        Assert.Equal([new IncumbentStep(1, 1, 1, 0.5), new IncumbentStep(2, 1, 2, 0.3)], Result.Steps);
        Assert.Equal(1, Result.EndTrials);
    }

    [Theory]
    [InlineData(TrialStatus.Failed, 1)]
    [InlineData(TrialStatus.TimedOut, 1)]
    [InlineData(TrialStatus.NotANumber, 2)]
    [InlineData(TrialStatus.Infinite, 2)]
    public void A_failed_trial_counts_and_hands_nothing_in(TrialStatus status, int epochs)
    {
        Report(1, 0, 1, 0.5);
        End(2, 0, status);

        Assert.Empty(Result.Steps);
        Assert.Equal((1, 1, epochs), (Result.FailedTrials, Result.EndTrials, Result.EndEpochs));
    }

    [Fact]
    public void A_trial_cut_off_by_the_end_of_the_budget_does_not_count_but_its_epochs_were_spent()
    {
        Run(1, 0, 0.5);
        Report(2, 1, 1, 0.1);
        End(2.5, 1, TrialStatus.Cancelled);
        _recorder.Apply(new StudyEnded(Seconds(2.5), StudyOutcome.TimeLimit, "time"));

        Assert.Equal([new IncumbentStep(1, 1, 1, 0.5)], Result.Steps);
        Assert.Equal((2.5, 1, 2, 0), (Result.EndSeconds, Result.EndTrials, Result.EndEpochs, Result.FailedTrials));
    }

    [Theory]
    [InlineData(StudyOutcome.Completed, RepetitionOutcome.Completed, null)]
    [InlineData(StudyOutcome.TimeLimit, RepetitionOutcome.Completed, null)]
    [InlineData(StudyOutcome.Exhausted, RepetitionOutcome.Exhausted, null)]
    [InlineData(StudyOutcome.Failed, RepetitionOutcome.Failed, "why")]
    public void How_the_tuner_ended_is_how_the_repetition_ended(StudyOutcome outcome, RepetitionOutcome expected, string? problem)
    {
        _recorder.Apply(new StudyEnded(Seconds(1), outcome, "why"));
        Assert.Equal((expected, problem), (Result.Outcome, Result.Problem));
    }

    [Fact]
    public void Its_lane_is_kept() => Assert.Equal((1, 2, 3), (Result.Objective, Result.Method, Result.Repetition));

    [Fact]
    public void Running_trials_are_told_with_their_newest_errors()
    {
        Report(1, 1, 1, 0.7);
        Report(2, 0, 1, 0.5);
        Report(3, 0, 2, 0.4);
        Run(4, 2, 0.3);

        Assert.Equal([new TrialError(0, 2, 0.4), new TrialError(1, 1, 0.7)], _recorder.Newest.AsEnumerable());
    }

    [Fact]
    public void What_the_tuner_s_own_books_say_is_what_is_kept()
    {
        var space = new SyntheticCurve().DefaultSpace;
        var tuner = new HpoTuner(
            new Hpo.Engine.Schedulers.BasicScheduler(new Hpo.Engine.Searchers.RandomSearcher(space, seed: 3)),
            new SyntheticCurve(),
            new TunerOptions { Seed = 3 },
            _recorder.Apply);
        tuner.Run(40);

        var falls = tuner.IncumbentTrajectory.OfType<double>().Distinct();
        Assert.Equal(falls, Result.Steps.Select(step => step.Error));
        Assert.Equal(tuner.Records.Count(record => record.Status.IsFailure()), Result.FailedTrials);
        Assert.Equal(40, Result.EndTrials);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Report(double at, int trial, int epoch, double error) => _recorder.Apply(new EpochReported(Seconds(at), trial, epoch, error, Seconds(at)));

    private void End(double at, int trial, TrialStatus status) => _recorder.Apply(new TrialEnded(Seconds(at), trial, status, Seconds(at), null));

    private void Run(double at, int trial, double error)
    {
        Report(at, trial, 1, error);
        End(at, trial, TrialStatus.Completed);
    }
}
