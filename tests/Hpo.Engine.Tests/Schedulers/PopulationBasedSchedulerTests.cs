using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class PopulationBasedSchedulerTests : SchedulerContractTests
{
    protected override bool NeedsCheckpoints => true;

    protected override object Options => new PopulationBasedOptions { PopulationSize = 5, Interval = 2, Fraction = 0.5, ResampleProbability = 0.5 };

    [Fact]
    public void Its_rungs_are_its_intervals()
    {
        var scheduler = new PopulationBasedScheduler(new HookRecorder(), 9, new PopulationBasedOptions { Interval = 4 });
        Assert.Equal([new Bracket([4, 8, 9])], scheduler.Brackets);
    }

    [Fact]
    public void The_worst_quarter_is_replaced_by_variations_of_the_best_quarter()
    {
        var run = new SchedulerSimulation(new PopulationBasedScheduler(new HookRecorder(), 2), 10, 3, 2, order: 1).Run();
        var byError = run.Reports.Where(report => report.Epoch == 1).OrderBy(report => report.Error).Select(report => report.TrialId).ToList();
        Assert.Equal(8, byError.Count);
        var bred = run.Decisions.OfType<Decision.Start>().Where(start => start.ParentId is not null).ToList();
        Assert.Equal(2, bred.Count);
        Assert.All(bred, start => Assert.Contains(start.ParentId!.Value, byError.Take(2)));
        Assert.Equal(byError.TakeLast(2).Order(), run.Status.Where(trial => trial.Value == TrialStatus.Stopped).Select(trial => trial.Key).Order());
        Assert.Equal(8, run.Status.Values.Count(status => status == TrialStatus.Completed));
        // the bred ones had the first epoch from their parents
        Assert.Equal([8, 9], run.Reports.Select(report => report.TrialId).Where(trial => trial >= 8).Order());
    }

    [Fact]
    public void Its_decisions_say_who_was_bred_from_whom_how_and_who_made_way()
    {
        var run = new SchedulerSimulation(new PopulationBasedScheduler(new HookRecorder(), 2), 10, 1, 2, order: 1).Run();
        var bred = run.Decisions.OfType<Decision.Start>().First(start => start.ParentId is not null);
        Assert.Matches(@"^bred from trial \d \(rung 1: rank [12] of 8, cut-off [\d.]+\): x (× 1.2|× 0.8|drawn anew)$", bred.Reason);
        Assert.Matches("^rung 1: rank 7 of 8, cut-off [0-9.]+: replaced by trial 8$", run.Decisions.OfType<Decision.Stop>().First().Reason);
        Assert.Matches("^goes on from rung 1: rank 1 of 8, cut-off [0-9.]+$", run.Decisions.OfType<Decision.Resume>().First().Reason);
    }

    [Fact]
    public void When_no_trial_is_left_to_start_all_members_go_on()
    {
        var run = new SchedulerSimulation(new PopulationBasedScheduler(new HookRecorder(), 3), 8, 3, 3, order: 1).Run();
        Assert.All(run.Status.Values, status => Assert.Equal(TrialStatus.Completed, status));
        Assert.Contains(run.Decisions.OfType<Decision.Resume>(), resume => resume.Reason.EndsWith("there is no trial to replace it", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failed_member_is_replaced()
    {
        var searcher = new HookRecorder();
        var worst = 0.0;
        var run = new SchedulerSimulation(new PopulationBasedScheduler(searcher, 2), 9, 1, 2, order: 1)
        {
            // three of eight diverge: more than a quarter
            Error = (configuration, epoch) => epoch == 1 && searcher.Started.Count <= 8 && searcher.Started.FindIndex(trial => trial.Configuration == configuration) is 1 or 4 or 6
                ? double.NaN
                : worst = Math.Max(worst, configuration.X()),
        }.Run();
        Assert.Equal(3, run.Status.Values.Count(status => status == TrialStatus.NotANumber));
        Assert.NotNull(run.Decisions.OfType<Decision.Start>().Last().ParentId);
        Assert.DoesNotContain(TrialStatus.Stopped, run.Status.Values);
    }

    [Fact]
    public void A_population_that_has_come_to_its_end_is_followed_by_another()
    {
        // eight members, and two bred at each of the two comparisons
        var run = new SchedulerSimulation(new PopulationBasedScheduler(new HookRecorder(), 3), 24, 4, 3, order: 1).Run();
        Assert.Equal(16, run.Decisions.OfType<Decision.Start>().Count(start => start.ParentId is null));
    }

    [Fact]
    public void A_searcher_that_does_not_know_its_space_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new PopulationBasedScheduler(new RecordingSearcher(), 9));
    }

    [Theory]
    [InlineData(1, 1, 0.25, 0.25)]
    [InlineData(8, 0, 0.25, 0.25)]
    [InlineData(8, 1, 0, 0.25)]
    [InlineData(8, 1, 0.6, 0.25)]
    [InlineData(8, 1, double.NaN, 0.25)]
    [InlineData(8, 1, 0.25, 1.1)]
    [InlineData(8, 1, 0.25, double.NaN)]
    public void Options_out_of_range_are_refused(int size, int interval, double fraction, double resample)
    {
        var options = new PopulationBasedOptions { PopulationSize = size, Interval = interval, Fraction = fraction, ResampleProbability = resample };
        Assert.Throws<ArgumentOutOfRangeException>(() => new PopulationBasedScheduler(new HookRecorder(), 9, options));
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new PopulationBasedScheduler(searcher, maxEpochs);
}
