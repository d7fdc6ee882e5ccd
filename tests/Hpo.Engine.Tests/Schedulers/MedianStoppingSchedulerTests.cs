using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class MedianStoppingSchedulerTests : SchedulerContractTests
{
    private readonly HookRecorder _searcher = new();
    private readonly MedianStoppingScheduler _scheduler;

    public MedianStoppingSchedulerTests() => _scheduler = new MedianStoppingScheduler(_searcher, maxEpochs: 4);

    protected override bool NeedsCheckpoints => false;

    protected override object Options => new MedianStoppingOptions { GraceEpochs = 2, MinTrials = 5 };

    [Fact]
    public void A_trial_is_stopped_when_its_running_mean_is_above_the_median_of_the_others()
    {
        foreach (var (trial, error) in new[] { (0, 0.2), (1, 0.3), (2, 0.6), (3, 0.8) })
            Start(trial, error, error);
        // the means of the others are 0.2, 0.3, 0.6 and 0.8, their median 0.45; this mean is (0.7 + 0.3) / 2
        Assert.Equal(Verdict.Stop("epoch 2: running mean 0.5, above the median 0.45 of 4 others"), Start(4, 0.7, 0.3));
        // the one that was stopped counts: 0.2, 0.3, 0.5, 0.6, 0.8
        Assert.Equal(Verdict.Continue, Start(5, 0.6, 0.4));
    }

    [Fact]
    public void Nobody_is_stopped_during_the_grace_period_or_while_too_few_have_passed()
    {
        foreach (var trial in new[] { 0, 1, 2 })
            Start(trial, 0.1);
        Assert.Equal(Verdict.Continue, Start(3, 0.9));
        Assert.Equal(Verdict.Continue, Report(0, 0.1, 2));
        Assert.Equal(Verdict.Continue, Report(1, 0.1, 2));
        Assert.Equal(Verdict.Continue, Report(3, 0.9, 2));
    }

    [Fact]
    public void A_trial_in_its_last_epoch_is_left_to_complete()
    {
        for (var trial = 0; trial < 4; trial++)
            Start(trial, 0.1 * trial, 0.1 * trial, 0.1 * trial);
        for (var trial = 0; trial < 3; trial++)
            Report(trial, 0, 4);
        Assert.Equal(Verdict.Continue, Report(3, 0.9, 4));
    }

    [Fact]
    public void The_searcher_learns_the_error_of_every_epoch()
    {
        Start(0, 0.5, 0.4, 0.3, 0.2);
        Assert.Equal([(0, 1, 0.5), (0, 2, 0.4), (0, 3, 0.3), (0, 4, 0.2)], _searcher.Updates);
    }

    [Fact]
    public void It_stops_whom_a_brute_force_search_of_all_reports_would()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var run = Simulate(new HookRecorder(seed: seed), 30, 1 + (seed % 5), (x, epoch) => Math.Round(20 * Math.Abs(x - (0.1 * epoch))) / 20, seed % 2 == 0, seed);
            var reports = run.Reports.ToList();
            for (var i = 0; i < reports.Count; i++)
                Assert.Equal(Oracle(reports.Take(i + 1).ToList()), reports[i].Verdict.Kind == VerdictKind.Stop);
        }
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(1, 0)]
    public void Options_out_of_range_are_refused(int graceEpochs, int minTrials)
    {
        var options = new MedianStoppingOptions { GraceEpochs = graceEpochs, MinTrials = minTrials };
        Assert.Throws<ArgumentOutOfRangeException>(() => new MedianStoppingScheduler(_searcher, 9, options));
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new MedianStoppingScheduler(searcher, maxEpochs);

    private static bool Oracle(List<SchedulerStep.Reported> reports)
    {
        var last = reports[^1];
        double MeanOf(int trial) => reports.Where(report => report.TrialId == trial && report.Epoch <= last.Epoch).Sum(report => report.Error) / last.Epoch;
        var others = reports.SkipLast(1).Where(report => report.Epoch == last.Epoch).Select(report => MeanOf(report.TrialId)).Order().ToList();
        return last.Epoch is > 1 and < 9 && others.Count >= 3
            && MeanOf(last.TrialId) > (others[(others.Count - 1) / 2] + others[others.Count / 2]) / 2;
    }

    private Verdict Start(int trialId, params double[] errors)
    {
        _scheduler.OnTrialStarted(trialId, TestSpaces.At(0.01 * trialId));
        return errors.Select((error, i) => Report(trialId, error, i + 1)).Last();
    }

    private Verdict Report(int trialId, double error, int epoch) =>
        _scheduler.Update(TestSpaces.At(0.01 * trialId), error, new TrialInfo(trialId, epoch, 4, TimeSpan.Zero));
}
