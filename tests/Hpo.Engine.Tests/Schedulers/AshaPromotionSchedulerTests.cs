using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class AshaPromotionSchedulerTests : SchedulerContractTests
{
    private readonly AshaPromotionScheduler _scheduler = new(new HookRecorder(), maxEpochs: 9);

    protected override bool NeedsCheckpoints => true;

    protected override object Options => new AshaOptions { MinEpochs = 2, ReductionFactor = 4 };

    [Fact]
    public void Its_ladder_ends_at_the_full_number_of_epochs()
    {
        Assert.Equal([new Bracket([1, 3, 9])], _scheduler.Brackets);
        Assert.Equal([new Bracket([2, 4, 8, 10])], new AshaPromotionScheduler(new HookRecorder(), 10, new AshaOptions { MinEpochs = 2, ReductionFactor = 2 }).Brackets);
    }

    [Fact]
    public void Every_trial_is_paused_at_a_rung_and_the_best_third_is_promoted_as_soon_as_there_is_one()
    {
        Assert.Equal("rung 1: rank 1 of 1, no cut-off yet", StartAndReport(0, 0.4).Reason);
        Assert.Equal("rung 1: rank 1 of 2, no cut-off yet", StartAndReport(1, 0.2).Reason);
        Assert.Equal(
            Verdict.Pause("rung 1: rank 3 of 3, cut-off 0.2", new RungStanding(0, 1, 3, 3, 0.2)), StartAndReport(2, 0.6));
        Assert.Equal(new Decision.Resume(1, "promoted from rung 1: rank 1 of 3, cut-off 0.2"), _scheduler.Suggest(3));
        // nobody else is among the best third yet
        Assert.IsType<Decision.Start>(_scheduler.Suggest(3));
    }

    [Fact]
    public void Who_was_passed_over_may_be_promoted_later()
    {
        foreach (var (trial, error) in new[] { (0, 0.4), (1, 0.2), (2, 0.6) })
            StartAndReport(trial, error);
        Assert.Equal(1, Assert.IsType<Decision.Resume>(_scheduler.Suggest(3)).TrialId);
        foreach (var (trial, error) in new[] { (3, 0.7), (4, 0.8), (5, 0.9) })
            StartAndReport(trial, error);
        Assert.Equal(new Decision.Resume(0, "promoted from rung 1: rank 2 of 6, cut-off 0.4"), _scheduler.Suggest(6));
    }

    [Fact]
    public void The_highest_rung_is_looked_at_first()
    {
        for (var trial = 0; trial < 9; trial++)
            Arrive(trial, 0.1 * trial);
        for (var trial = 0; trial < 3; trial++)
        {
            Assert.Equal(trial, Assert.IsType<Decision.Resume>(_scheduler.Suggest(9)).TrialId);
            Assert.Equal(VerdictKind.Continue, Report(trial, 0.1, epoch: 2).Kind);
            Assert.Equal(VerdictKind.Pause, Report(trial, 0.3 - (0.1 * trial), epoch: 3).Kind);
        }

        // by workers that had begun before
        for (var trial = 9; trial < 12; trial++)
            Arrive(trial, 0.05);
        Assert.Equal(new Decision.Resume(2, "promoted from rung 3: rank 1 of 3, cut-off 0.1"), _scheduler.Suggest(12));
        Assert.Equal(9, Assert.IsType<Decision.Resume>(_scheduler.Suggest(12)).TrialId);
    }

    [Fact]
    public void When_nothing_can_change_any_more_the_paused_trials_are_stopped_for_their_rank()
    {
        foreach (var (trial, error) in new[] { (0, 0.4), (1, 0.2), (2, 0.6) })
            StartAndReport(trial, error);
        Assert.IsType<Decision.Resume>(_scheduler.Suggest(null));
        Assert.IsType<Decision.Wait>(_scheduler.Suggest(null));
        Report(1, 0.2, epoch: 3);
        Assert.Equal(new Decision.Stop(0, "not promoted from rung 1: rank 2 of 3, cut-off 0.2"), _scheduler.Suggest(null));
        Assert.Equal(new Decision.Stop(1, "not promoted from rung 3: rank 1 of 1, no cut-off yet"), _scheduler.Suggest(null));
        Assert.Equal(new Decision.Stop(2, "not promoted from rung 1: rank 3 of 3, cut-off 0.2"), _scheduler.Suggest(null));
        Assert.IsType<Decision.Exhausted>(_scheduler.Suggest(null));
    }

    [Fact]
    public void It_promotes_whom_a_brute_force_search_of_all_reports_would()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (eta, workers) = (2 + (seed % 3), 1 + (seed % 5));
            var scheduler = new AshaPromotionScheduler(new HookRecorder(seed: seed), 9, new AshaOptions { ReductionFactor = eta });
            SchedulerSimulation run = null!;
            run = new SchedulerSimulation(scheduler, 24, workers, 9, seed)
            {
                // coarse errors, so that there are ties
                Error = (configuration, epoch) => Math.Round(10 * configuration.X() / epoch) / 10,
                FailureRate = seed % 2 == 0 ? 0.03 : 0,
                OnAsk = _ =>
                {
                    var expected = Oracle(run, scheduler.Brackets[0].Rungs, eta);
                    return decision => Assert.Equal(expected, (decision as Decision.Resume)?.TrialId);
                },
            };
            run.Run();
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(10, 3)]
    [InlineData(1, 1)]
    public void Options_out_of_range_are_refused(int minEpochs, int reductionFactor)
    {
        var options = new AshaOptions { MinEpochs = minEpochs, ReductionFactor = reductionFactor };
        Assert.Throws<ArgumentOutOfRangeException>(() => new AshaPromotionScheduler(new HookRecorder(), 9, options));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AshaStoppingScheduler(new HookRecorder(), 9, options));
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new AshaPromotionScheduler(searcher, maxEpochs);

    /// <summary>The paper's algorithm, from nothing but the list of all reports: sort each rung, highest first, and take the best not promoted.</summary>
    private static int? Oracle(SchedulerSimulation run, IReadOnlyList<int> rungs, int eta)
    {
        foreach (var rung in rungs.SkipLast(1).Reverse())
        {
            var reached = run.Reports.Where(report => report.Epoch == rung).OrderBy(report => report.Error).ToList();
            foreach (var report in reached.Take(reached.Count / eta))
            {
                // it still stands on this rung if it is paused and its last report was there
                if (run.Status[report.TrialId] == TrialStatus.Paused && run.Epochs[report.TrialId] == rung)
                    return report.TrialId;
            }
        }

        return null;
    }

    private Verdict StartAndReport(int trialId, double error)
    {
        _scheduler.OnTrialStarted(trialId, Assert.IsType<Decision.Start>(_scheduler.Suggest(trialId)).Configuration);
        return Report(trialId, error, epoch: 1);
    }

    private void Arrive(int trialId, double error)
    {
        _scheduler.OnTrialStarted(trialId, ConfigurationOf(trialId));
        Report(trialId, error, epoch: 1);
    }

    private Verdict Report(int trialId, double error, int epoch) =>
        _scheduler.Update(ConfigurationOf(trialId), error, new TrialInfo(trialId, epoch, 9, TimeSpan.Zero));

    private static Configuration ConfigurationOf(int trialId) => new HookRecorder().SampleConfiguration(trialId)!.Configuration;
}
