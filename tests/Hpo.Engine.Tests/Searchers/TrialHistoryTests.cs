using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers;

public class TrialHistoryTests
{
    private readonly TrialHistory _history = new(new UnitCube(TestSpaces.Line));

    [Fact]
    public void A_trial_is_pending_from_its_start_to_its_first_error()
    {
        Start(0, 1);
        Assert.Equal([0, 1], _history.Pending.Keys);
        Assert.Equal([0.01], _history.Pending[1]);
        Report(1, epoch: 1);
        Report(1, epoch: 2);
        Assert.Equal([0], _history.Pending.Keys);
    }

    [Theory]
    [InlineData(TrialStatus.NotANumber)]
    [InlineData(TrialStatus.Infinite)]
    [InlineData(TrialStatus.Failed)]
    [InlineData(TrialStatus.TimedOut)]
    public void A_failed_trial_is_not_pending_for_ever(TrialStatus status)
    {
        Start(0, 1);
        _history.Fail(0, At(0), status);
        Assert.Equal([1], _history.Pending.Keys);
        Assert.Equal([0], _history.Failed.Keys);
        Assert.Equal([0.0], _history.Failed[0]);
        Assert.Empty(_history.Observations(1));
    }

    [Theory]
    [InlineData(TrialStatus.Cancelled)]
    [InlineData(TrialStatus.Interrupted)]
    public void A_cancelled_trial_is_neither_pending_nor_bad(TrialStatus status)
    {
        Start(0, 1);
        _history.Fail(0, At(0), status);
        Assert.Equal([1], _history.Pending.Keys);
        Assert.Empty(_history.Failed);
    }

    [Fact]
    public void A_trial_that_fails_late_keeps_the_errors_it_has_reported()
    {
        Start(0);
        Report(0, epoch: 1);
        _history.Fail(0, At(0), TrialStatus.NotANumber);
        Assert.Equal([0], _history.Failed.Keys);
        Assert.Equal(0.0, Assert.Single(_history.Observations(1)).Error);
    }

    [Fact]
    public void Pairs_are_not_mixed_up_when_trials_finish_out_of_order()
    {
        Start(0, 1, 2, 3);
        foreach (var trial in new[] { 2, 0, 3, 1 })
            Report(trial);
        Assert.Equal(
            Enumerable.Range(0, 4).Select(trial => (trial, trial / 100.0, trial / 10.0)),
            _history.Observations(4).Select(observation => (observation.TrialId, observation.Point[0], observation.Error)));
    }

    [Fact]
    public void Errors_after_different_numbers_of_epochs_are_not_mixed()
    {
        for (var trial = 0; trial < 6; trial++)
            Report(trial, epoch: 1);
        for (var trial = 1; trial < 4; trial++)
            Report(trial, epoch: 3);
        Report(2, epoch: 9);
        Assert.Equal([2], TrialsOf(1));
        Assert.Equal([1, 2, 3], TrialsOf(2));
        Assert.Equal([1, 2, 3], TrialsOf(3));
        Assert.Equal([0, 1, 2, 3, 4, 5], TrialsOf(4));
        Assert.Empty(TrialsOf(7));

        IEnumerable<int> TrialsOf(int atLeast) => _history.Observations(atLeast).Select(observation => observation.TrialId);
    }

    [Fact]
    public void An_error_that_is_reported_anew_replaces_the_old_one()
    {
        Report(0, error: 0.5);
        Report(0, error: 0.25);
        Assert.Equal(0.25, Assert.Single(_history.Observations(1)).Error);
    }

    [Fact]
    public void A_trial_counts_though_nobody_said_that_it_was_started()
    {
        Report(7);
        Assert.Equal((7, 0.07), (_history.Observations(1)[0].TrialId, _history.Observations(1)[0].Point[0]));
    }

    private static Configuration At(int trial) => TestSpaces.At(trial / 100.0);

    private void Start(params int[] trials)
    {
        foreach (var trial in trials)
            _history.Start(trial, At(trial));
    }

    private void Report(int trial, int epoch = 1, double? error = null) =>
        _history.Report(At(trial), error ?? trial / 10.0, new TrialInfo(trial, epoch, 9, TimeSpan.Zero));
}
