using Hpo.Engine.Objectives;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>With one worker nothing depends on the clock: a simulated study suggests, reports and decides what the real tuner does.</summary>
public class RealTunerOracleTests
{
    private const int Trials = 24, MaxEpochs = 9;

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var scheduler in Methods.Schedulers.Keys)
            {
                foreach (var searcher in Methods.Searchers.Keys)
                    pairs.Add(searcher, scheduler);
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void One_simulated_worker_does_what_one_real_worker_does(string searcher, string scheduler)
    {
        // some of its configurations diverge
        var objective = new SyntheticCurve();
        var real = new List<StudyEvent>();
        new HpoTuner(
            Methods.Schedulers[scheduler](Methods.Searchers[searcher](objective.DefaultSpace, 3), MaxEpochs), objective,
            new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs }, real.Add, new ManualTimeProvider()).Run(Trials);
        var simulated = SimulatedRun.Of(
            Methods.Schedulers[scheduler](Methods.Searchers[searcher](objective.DefaultSpace, 3), MaxEpochs), objective, Trials,
            new() { Seed = 5, MaxEpochs = MaxEpochs, StartedAt = ManualTimeProvider.Start });
        Assert.Equal(real.Select(EventText.WithoutTimes), simulated.Events.Select(EventText.WithoutTimes));
    }
}
