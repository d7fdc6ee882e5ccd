using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Bench;

/// <summary>The searchers that are measured, by the names of the study form, with their default options.</summary>
internal static class BenchSearchers
{
    /// <exception cref="Engine.Validation.InvalidInputException">The searcher cannot handle the space.</exception>
    public static HpoSearcher Create(string name, ConfigSpace space, IEnumerable<Configuration>? initialConfigurations, long seed) => name switch
    {
        "random" => new RandomSearcher(space, initialConfigurations, seed),
        "sobol" => new SobolSearcher(space, initialConfigurations, seed),
        "evolution" => new EvolutionSearcher(space, initialConfigurations, seed),
        "tpe" => new TpeSearcher(space, initialConfigurations, seed),
        "cma-es" => new CmaEsSearcher(space, initialConfigurations, seed),
        "gp" => new GpSearcher(space, initialConfigurations, seed),
        _ => throw new ArgumentException($"There is no searcher {name}."),
    };
}
