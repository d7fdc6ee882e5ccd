using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class CmaEsSearcherTests : SearcherContractTests
{
    protected override object Options => new CmaEsOptions { InitialStep = 0.25, PopulationSize = 12 };

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new CmaEsSearcher(space, initial, seed);
}
