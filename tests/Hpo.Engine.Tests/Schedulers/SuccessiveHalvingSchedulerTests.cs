using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class SuccessiveHalvingSchedulerTests : SchedulerContractTests
{
    private readonly HookRecorder _searcher = new();

    protected override bool NeedsCheckpoints => true;

    protected override object Options => new SuccessiveHalvingOptions { MinEpochs = 2, ReductionFactor = 3, Prefactor = 4 };

    [Fact]
    public void Its_ladder_is_that_of_the_chapter()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 10, new SuccessiveHalvingOptions { MinEpochs = 2 });
        Assert.Equal([new Bracket([2, 4, 8, 10])], scheduler.Brackets);
    }

    [Fact]
    public void Of_eight_trials_a_round_four_two_and_one_go_on()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 10, new SuccessiveHalvingOptions { MinEpochs = 2 });
        var run = new SchedulerSimulation(scheduler, 16, 3, 10, order: 5).Run();
        foreach (var round in new[] { Enumerable.Range(0, 8), Enumerable.Range(8, 8) })
            Assert.Equal([8, 4, 2, 1], scheduler.Brackets[0].Rungs.Select(rung => run.Reports.Count(report => report.Epoch == rung && round.Contains(report.TrialId))));
        Assert.Equal(2, run.Status.Values.Count(status => status == TrialStatus.Completed));
    }

    [Fact]
    public void Who_is_promoted_comes_before_configurations_of_the_next_round_which_come_before_idling()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 4, new SuccessiveHalvingOptions { MinEpochs = 2 });
        Start(scheduler, 0);
        Start(scheduler, 1);
        Assert.Equal("rung 2: rank 1 of 1, cut-off 0.5", Report(scheduler, 0, 0.5, 2).Reason);
        // trial 1 is still running: a free worker begins the next round
        Start(scheduler, 2);
        Assert.Equal(Verdict.Stop("rung 2: rank 2 of 2, cut-off 0.5", new RungStanding(0, 2, 2, 2, 0.5)), Report(scheduler, 1, 0.7, 2));
        Assert.Equal(new Decision.Resume(0, "promoted from rung 2: rank 1 of 2, cut-off 0.5"), scheduler.Suggest(3));
        Start(scheduler, 3);
    }

    [Fact]
    public void A_trial_that_better_ones_displace_is_stopped_as_soon_as_that_is_certain()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 4, new SuccessiveHalvingOptions { MinEpochs = 2, Prefactor = 2 });
        for (var trial = 0; trial < 4; trial++)
            Start(scheduler, trial);
        Assert.Equal(VerdictKind.Pause, Report(scheduler, 0, 0.5, 2).Kind);
        Assert.Equal(VerdictKind.Pause, Report(scheduler, 1, 0.4, 2).Kind);
        Assert.Equal(VerdictKind.Pause, Report(scheduler, 2, 0.3, 2).Kind);
        Assert.Equal(new Decision.Stop(0, "rung 2: rank 3 of 3, cut-off 0.4"), scheduler.Suggest(4));
    }

    [Fact]
    public void A_failed_trial_does_not_keep_its_rung_from_completing()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 4, new SuccessiveHalvingOptions { MinEpochs = 2 });
        Start(scheduler, 0);
        Start(scheduler, 1);
        Report(scheduler, 1, 0.5, 2);
        scheduler.OnTrialFailed(0, _searcher.Started[0].Configuration, TrialStatus.NotANumber);
        Assert.Equal(1, Assert.IsType<Decision.Resume>(scheduler.Suggest(null)).TrialId);
    }

    [Fact]
    public void A_round_cut_by_the_number_of_trials_goes_on_with_those_it_has()
    {
        var scheduler = new SuccessiveHalvingScheduler(_searcher, 10, new SuccessiveHalvingOptions { MinEpochs = 2 });
        var run = new SchedulerSimulation(scheduler, 5, 2, 10, order: 5).Run();
        Assert.Equal([5, 2, 1, 1], scheduler.Brackets[0].Rungs.Select(rung => run.Reports.Count(report => report.Epoch == rung)));
    }

    [Fact]
    public void It_promotes_whom_a_brute_force_search_of_all_reports_would()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var options = new SuccessiveHalvingOptions { ReductionFactor = 2 + (seed % 2), Prefactor = 1 + (seed % 3) };
            var scheduler = new SuccessiveHalvingScheduler(new HookRecorder(seed: seed), 9, options);
            SchedulerSimulation run = null!;
            run = new SchedulerSimulation(scheduler, 10 + (seed % 20), 1 + (seed % 5), 9, seed)
            {
                Error = (configuration, epoch) => Math.Round(10 * configuration.X() / epoch) / 10,
                FailureRate = seed % 2 == 0 ? 0.05 : 0,
                OnAsk = newTrialId =>
                {
                    var due = Oracle(run, newTrialId, scheduler.Brackets[0].Rungs, options);
                    return decision =>
                    {
                        if (decision is Decision.Resume resume)
                            Assert.Contains(resume.TrialId, due);
                        else
                            Assert.True(decision is Decision.Stop || due.Count == 0, $"{decision} although {string.Join(", ", due)} can be promoted.");
                    };
                },
            };
            run.Run();
        }
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(10, 2, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 0)]
    public void Options_out_of_range_are_refused(int minEpochs, int reductionFactor, int prefactor)
    {
        var options = new SuccessiveHalvingOptions { MinEpochs = minEpochs, ReductionFactor = reductionFactor, Prefactor = prefactor };
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessiveHalvingScheduler(_searcher, 9, options));
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new SuccessiveHalvingScheduler(searcher, maxEpochs);

    /// <summary>Who is to be resumed, from nothing but the list of all reports: go through each round, rung by rung.</summary>
    private static HashSet<int> Oracle(SchedulerSimulation run, int? newTrialId, IReadOnlyList<int> rungs, SuccessiveHalvingOptions options)
    {
        var due = new HashSet<int>();
        var size = options.Prefactor * (int)Math.Round(Math.Pow(options.ReductionFactor, rungs.Count - 1));
        foreach (var round in run.Status.Keys.Order().Chunk(size))
        {
            var (onTheirWay, planned) = (round.ToHashSet(), newTrialId is null ? round.Length : size);
            foreach (var rung in rungs.SkipLast(1))
            {
                var arrived = run.Reports.Where(report => report.Epoch == rung && onTheirWay.Contains(report.TrialId)).OrderBy(report => report.Error).ToList();
                var failed = onTheirWay.Count(trial => run.Status[trial].IsFailure() && run.Epochs[trial] < rung);
                if (onTheirWay.Count == 0 || arrived.Count + failed < planned)
                    break;
                onTheirWay = arrived.Take(Math.Max(1, planned / options.ReductionFactor)).Select(report => report.TrialId).ToHashSet();
                planned = onTheirWay.Count;
                due.UnionWith(onTheirWay.Where(trial => run.Status[trial] == TrialStatus.Paused && run.Epochs[trial] == rung));
            }
        }

        return due;
    }

    private static void Start(SuccessiveHalvingScheduler scheduler, int trialId) =>
        scheduler.OnTrialStarted(trialId, Assert.IsType<Decision.Start>(scheduler.Suggest(trialId)).Configuration);

    private Verdict Report(SuccessiveHalvingScheduler scheduler, int trialId, double error, int epoch) =>
        scheduler.Update(_searcher.Started[trialId].Configuration, error, new TrialInfo(trialId, epoch, scheduler.MaxEpochs, TimeSpan.Zero));
}
