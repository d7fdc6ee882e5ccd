using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Bohb;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>All searchers and schedulers of the engine, by name.</summary>
internal static class Methods
{
    public static IReadOnlyDictionary<string, Func<ConfigSpace, long, HpoSearcher>> Searchers { get; } =
        new Dictionary<string, Func<ConfigSpace, long, HpoSearcher>>
        {
            ["random"] = (space, seed) => new RandomSearcher(space, seed: seed),
            ["Sobol"] = (space, seed) => new SobolSearcher(space, seed: seed),
            ["grid"] = (space, seed) => new GridSearcher(space, seed: seed),
            ["local"] = (space, seed) => new LocalSearcher(space, seed: seed),
            ["evolution"] = (space, seed) => new EvolutionSearcher(space, seed: seed),
            ["CMA-ES"] = (space, seed) => new CmaEsSearcher(space, seed: seed),
            ["TPE"] = (space, seed) => new TpeSearcher(space, seed: seed),
            ["BOHB"] = (space, seed) => new BohbSearcher(space, seed: seed),
            ["GP"] = (space, seed) => new GpSearcher(space, seed: seed),
        };

    public static IReadOnlyDictionary<string, Func<HpoSearcher, int, HpoScheduler>> Schedulers { get; } =
        new Dictionary<string, Func<HpoSearcher, int, HpoScheduler>>
        {
            ["FIFO"] = (searcher, _) => new BasicScheduler(searcher),
            ["median stopping"] = (searcher, maxEpochs) => new MedianStoppingScheduler(searcher, maxEpochs),
            ["successive halving"] = (searcher, maxEpochs) => new SuccessiveHalvingScheduler(searcher, maxEpochs),
            ["Hyperband"] = (searcher, maxEpochs) => new HyperbandScheduler(searcher, maxEpochs),
            ["ASHA stopping"] = (searcher, maxEpochs) => new AshaStoppingScheduler(searcher, maxEpochs),
            ["ASHA promotion"] = (searcher, maxEpochs) => new AshaPromotionScheduler(searcher, maxEpochs),
            ["PBT"] = (searcher, maxEpochs) => new PopulationBasedScheduler(searcher, maxEpochs),
        };

    public static TheoryData<string> SchedulerNames => [.. Schedulers.Keys];
}
