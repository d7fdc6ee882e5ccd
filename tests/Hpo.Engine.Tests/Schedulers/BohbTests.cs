using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers.Bohb;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Schedulers;

/// <summary>Hyperband with the density model for a searcher (Falkner et al., 2018).</summary>
public class BohbTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_model_learns_from_the_rungs_before_any_trial_is_complete(int workers)
    {
        var objective = new SyntheticCurve();
        var searcher = new BohbSearcher(objective.DefaultSpace, seed: 1);
        var run = TunerRun.Start(new HyperbandScheduler(searcher, 27), objective, 60, new TunerOptions { Workers = workers, MaxEpochs = 27, Seed = 1 });
        run.Finish();
        Assert.Equal(60, run.Tuner.Records.Count);
        var firstComplete = run.Events.All.TakeWhile(studyEvent => studyEvent is not TrialEnded { Status: TrialStatus.Completed }).ToList();
        Assert.Contains(firstComplete.OfType<TrialStarted>(), start => start.Reason.StartsWith("model: ", StringComparison.Ordinal));
    }
}
