using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.TestKit;

/// <summary>What every searcher has to do with trials that are pending, fail, or report errors of all sorts.</summary>
public abstract partial class SearcherContractTests
{
    public static TheoryData<TrialStatus> Failures =>
        [TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Failed, TrialStatus.TimedOut, TrialStatus.Cancelled, TrialStatus.Interrupted];

    [Fact]
    public void Pending_trials_do_not_hold_up_others()
    {
        var run = Run(Mixed).Complete(Trials);
        for (var i = 0; i < 8; i++)
            Assert.NotNull(run.Start());
        Assert.Equal(run.Suggestions.Count, run.Configurations.Distinct().Count());
    }

    [Fact]
    public void A_search_that_hears_of_no_error_goes_on()
    {
        var run = Run(Mixed);
        for (var i = 0; i < Trials + 8; i++)
            Assert.NotNull(run.Start());
    }

    [Theory, MemberData(nameof(Failures))]
    public void A_search_whose_trials_all_fail_goes_on(TrialStatus status)
    {
        var run = Run(Mixed);
        for (var trial = 0; trial < Trials; trial++)
        {
            Assert.NotNull(run.Start());
            run.Fail(trial, status);
        }
    }

    [Theory, MemberData(nameof(Failures))]
    public void Failed_trials_among_others_do_not_stop_the_search(TrialStatus status)
    {
        var run = Run(Mixed);
        for (var trial = 0; trial < Trials + (Trials / 3); trial++)
        {
            Assert.NotNull(run.Start());
            if (trial % 3 == 1)
                run.Fail(trial, status);
            else
                run.Report(trial, run.Bowl(run.Suggestions[trial].Configuration));
        }
    }

    [Fact]
    public void A_cancelled_trial_is_forgotten_and_not_pending_for_ever()
    {
        Assert.Equal(AfterCancelling(dropout: 0), AfterCancelling(dropout: 0.5));

        Suggestion? AfterCancelling(double dropout)
        {
            var run = Run(Mixed).Complete(Trials);
            run.StartInstead(run.Suggestions[0].Configuration.With("dropout", dropout));
            run.Fail(Trials, TrialStatus.Cancelled);
            return run.Start();
        }
    }

    [Fact]
    public void A_trial_may_fail_after_it_has_reported_errors_of_epochs()
    {
        var run = Run(Mixed);
        for (var trial = 0; trial < Trials; trial++)
        {
            run.Start();
            run.Report(trial, trial, epoch: 1, maxEpochs: 3);
            if (trial % 2 == 0)
                run.Fail(trial, TrialStatus.NotANumber);
        }

        Assert.NotNull(run.Start());
    }

    [Fact]
    public void Errors_after_several_numbers_of_epochs_are_taken_in()
    {
        var run = Run(Mixed);
        for (var trial = 0; trial < Trials + 4; trial++)
        {
            Assert.NotNull(run.Start());
            for (var epoch = 1; epoch <= (trial % 3) + 1; epoch++)
                run.Report(trial, run.Bowl(run.Suggestions[trial].Configuration) + (1.0 / epoch), epoch, maxEpochs: 3);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(-1e300, 1e300)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    [InlineData(1e9, 1e9 + 1e-6)]
    public void Huge_tiny_and_equal_errors_do_not_stop_the_search(double even, double odd)
    {
        Assert.Equal(Trials, Run(Mixed).Complete(Trials, (trial, _) => trial % 2 == 0 ? even : odd).Suggestions.Count);
    }
}
