using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;

namespace Hpo.Engine.Tests.Schedulers;

public class HyperbandSchedulerTests : SchedulerContractTests
{
    protected override bool NeedsCheckpoints => true;

    protected override object Options => new HyperbandOptions { MinEpochs = 2, ReductionFactor = 4 };

    [Theory]
    [InlineData(243, 3, 6)]
    [InlineData(1000, 10, 4)]
    [InlineData(999, 10, 3)]
    public void No_bracket_is_lost_to_floating_logarithms(int maxEpochs, int reductionFactor, int brackets)
    {
        Assert.Equal(brackets, new HyperbandScheduler(new HookRecorder(), maxEpochs, new HyperbandOptions { ReductionFactor = reductionFactor }).Brackets.Count);
    }

    [Fact]
    public void Its_brackets_come_in_turn_with_the_sizes_of_the_paper()
    {
        // Li et al. (2018), table 1
        var scheduler = new HyperbandScheduler(new HookRecorder(), maxEpochs: 81);
        Assert.Equal([5, 4, 3, 2, 1], scheduler.Brackets.Select(bracket => bracket.Rungs.Length));
        var run = new SchedulerSimulation(scheduler, 143 + 81, 8, 81, order: 1).Run();
        int[][] reached = [[81, 27, 9, 3, 1], [34, 11, 3, 1], [15, 5, 1], [8, 2], [5], [81, 27, 9, 3, 1]];
        var first = 0;
        foreach (var (round, sizes) in reached.Index())
        {
            var bracket = scheduler.Brackets[round % 5];
            var trials = run.Reports.Where(report => report.TrialId >= first && report.TrialId < first + sizes[0] && report.Verdict.Standing is not null).ToList();
            Assert.All(trials, report => Assert.Equal(round % 5, report.Verdict.Standing!.Bracket));
            Assert.Equal(sizes, bracket.Rungs.Select(rung => trials.Count(report => report.Epoch == rung)));
            first += sizes[0];
        }
    }

    [Fact]
    public void No_worker_idles_while_a_bracket_waits_for_its_last_trial()
    {
        var scheduler = new HyperbandScheduler(new HookRecorder(), maxEpochs: 9);
        for (var trial = 0; trial < 30; trial++)
            scheduler.OnTrialStarted(trial, Assert.IsType<Decision.Start>(scheduler.Suggest(trial)).Configuration);
    }

    [Fact]
    public void All_brackets_share_their_rungs_so_that_a_model_may_learn_from_all()
    {
        var brackets = new HyperbandScheduler(new HookRecorder(), maxEpochs: 10).Brackets;
        Assert.Equal([new Bracket([1, 3, 10]), new Bracket([3, 10]), new Bracket([10])], brackets);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(10, 3)]
    [InlineData(1, 1)]
    public void Options_out_of_range_are_refused(int minEpochs, int reductionFactor)
    {
        var options = new HyperbandOptions { MinEpochs = minEpochs, ReductionFactor = reductionFactor };
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperbandScheduler(new HookRecorder(), 9, options));
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new HyperbandScheduler(searcher, maxEpochs);
}
