using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests;

/// <summary>The flow of the book's chapter, on the engine alone.</summary>
public class ChapterExampleTests
{
    [Fact]
    public void Five_trials_of_random_search()
    {
        var space = new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));
        var initial = new Configuration(("learning_rate", 0.1), ("batch_size", 128));
        var objective = new FunctionObjective("distance", space, initial, configuration => space.Encode(configuration).Sum(x => Math.Abs(x - 0.7)));

        var searcher = new RandomSearcher(space, initial);
        var scheduler = new BasicScheduler(searcher);
        var tuner = new HpoTuner(scheduler, objective);
        tuner.Run(5);

        Assert.Equal(5, tuner.Records.Count);
        Assert.Equal(initial, tuner.Records[0].Configuration);
        Assert.All(tuner.Records, record => Assert.Empty(space.Check(record.Configuration)));
        Assert.Equal(tuner.Records.Min(record => record.Error), tuner.IncumbentError);
        Assert.Equal(tuner.Records.MinBy(record => record.Error)!.Configuration, tuner.Incumbent);
        Assert.Equal(tuner.IncumbentTrajectory.OrderDescending(), tuner.IncumbentTrajectory);
        Assert.Equal(tuner.CumulativeRuntime.Order(), tuner.CumulativeRuntime);
        Assert.Equal(tuner.CurrentRuntime, tuner.CumulativeRuntime[^1]);
    }
}
