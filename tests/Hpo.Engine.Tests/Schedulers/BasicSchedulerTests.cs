using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Schedulers;

public class BasicSchedulerTests : SchedulerContractTests
{
    private readonly RecordingSearcher _searcher = new(numberOfConfigurations: 3);
    private readonly BasicScheduler _scheduler;

    public BasicSchedulerTests() => _scheduler = new BasicScheduler(_searcher);

    protected override bool NeedsEpochs => false;

    protected override bool NeedsCheckpoints => false;

    [Fact]
    public void It_starts_what_the_searcher_suggests_for_its_reason()
    {
        var start = Assert.IsType<Decision.Start>(_scheduler.Suggest(0));
        Assert.Equal(_searcher.Suggested[0], start.Configuration);
        Assert.Equal("from what was learned", start.Reason);
    }

    [Fact]
    public void When_the_searcher_is_exhausted_so_is_it()
    {
        Assert.Equal(new Decision.Exhausted("Every configuration of the space has been tried."), _scheduler.Suggest(3));
    }

    [Fact]
    public void When_all_trials_have_been_started_there_is_nothing_to_resume()
    {
        Assert.IsType<Decision.Exhausted>(_scheduler.Suggest(null));
        Assert.Empty(_searcher.Suggested);
    }

    [Fact]
    public void The_searcher_learns_the_error_of_the_last_epoch_only()
    {
        _scheduler.OnTrialStarted(0, TestSpaces.At(0.5));
        Assert.Equal(Verdict.Continue, _scheduler.Update(TestSpaces.At(0.5), 0.4, new TrialInfo(0, 1, 2, TimeSpan.Zero)));
        Assert.Empty(_searcher.Learned);
        Assert.Equal([0], _searcher.Pending);
        Assert.Equal(Verdict.Continue, _scheduler.Update(TestSpaces.At(0.5), 0.3, new TrialInfo(0, 2, 2, TimeSpan.Zero)));
        Assert.Equal((0, TestSpaces.At(0.5), 0.3), Assert.Single(_searcher.Learned));
        Assert.Empty(_searcher.Pending);
    }

    [Fact]
    public void It_forwards_failures()
    {
        _scheduler.OnTrialStarted(1, TestSpaces.At(0.5));
        _scheduler.OnTrialFailed(1, TestSpaces.At(0.5), TrialStatus.TimedOut);
        Assert.Empty(_searcher.Pending);
        Assert.Equal(TrialStatus.TimedOut, _searcher.Failed[1]);
    }

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new BasicScheduler(searcher);
}
