using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class AshaStoppingSchedulerTests : SchedulerContractTests
{
    protected override bool NeedsCheckpoints => false;

    protected override object Options => new AshaOptions { MinEpochs = 2, ReductionFactor = 4 };

    [Fact]
    public void The_first_to_arrive_goes_on_and_later_ones_only_if_they_are_among_the_best_third()
    {
        var scheduler = new AshaStoppingScheduler(new RecordingSearcher(), maxEpochs: 9);
        Assert.Equal(
            Verdict.GoOn("rung 1: rank 1 of 1, no cut-off yet: the first to arrive goes on", new RungStanding(0, 1, 1, 1, null)), Report(scheduler, 0, 0.4));
        Assert.Equal(VerdictKind.Stop, Report(scheduler, 1, 0.5).Kind);
        Assert.Equal(Verdict.GoOn("rung 1: rank 1 of 3, cut-off 0.2", new RungStanding(0, 1, 1, 3, 0.2)), Report(scheduler, 2, 0.2));
        Assert.Equal(Verdict.Stop("rung 1: rank 2 of 4, cut-off 0.2", new RungStanding(0, 1, 2, 4, 0.2)), Report(scheduler, 3, 0.3));
    }

    [Fact]
    public void Between_rungs_a_trial_goes_on_and_the_searcher_learns_nothing()
    {
        var searcher = new RecordingSearcher();
        var scheduler = new AshaStoppingScheduler(searcher, maxEpochs: 9);
        scheduler.OnTrialStarted(0, TestSpaces.At(0));
        Assert.Equal(Verdict.Continue, scheduler.Update(TestSpaces.At(0), 0.4, new TrialInfo(0, 2, 9, TimeSpan.Zero)));
        Assert.Empty(searcher.Learned);
    }

    [Fact]
    public void It_stops_whom_a_brute_force_search_of_all_reports_would()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var eta = 2 + (seed % 3);
            var scheduler = new AshaStoppingScheduler(new HookRecorder(seed: seed), 9, new AshaOptions { ReductionFactor = eta });
            var run = new SchedulerSimulation(scheduler, 30, 1 + (seed % 5), 9, seed)
            {
                Error = (configuration, epoch) => Math.Round(10 * configuration.X() / epoch) / 10,
                FailureRate = seed % 2 == 0 ? 0.03 : 0,
            }.Run();
            var reports = run.Reports.ToList();
            for (var i = 0; i < reports.Count; i++)
                Assert.Equal(Oracle(reports.Take(i + 1).ToList(), scheduler.Brackets[0].Rungs, eta), reports[i].Verdict.Kind == VerdictKind.Stop);
        }
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new AshaStoppingScheduler(searcher, maxEpochs);

    /// <summary>Whether the trial that reported last is to stop: rank/n > 1/η, unless it is the first on its rung.</summary>
    private static bool Oracle(List<SchedulerStep.Reported> reports, IReadOnlyList<int> rungs, int eta)
    {
        var last = reports[^1];
        if (!rungs.SkipLast(1).Contains(last.Epoch))
            return false;
        var rung = reports.Where(report => report.Epoch == last.Epoch).ToList();
        var rank = rung.Count(report => report.Error <= last.Error);
        return rung.Count > 1 && rank * eta > rung.Count;
    }

    private static Verdict Report(AshaStoppingScheduler scheduler, int trialId, double error)
    {
        scheduler.OnTrialStarted(trialId, TestSpaces.At(error));
        return scheduler.Update(TestSpaces.At(error), error, new TrialInfo(trialId, 1, 9, TimeSpan.Zero));
    }
}
