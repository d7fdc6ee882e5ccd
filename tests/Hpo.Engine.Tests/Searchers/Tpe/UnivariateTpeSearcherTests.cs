using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.Tpe;

public class UnivariateTpeSearcherTests : SearcherContractTests
{
    protected override int StartupTrials => 10;

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) =>
        new TpeSearcher(space, initial, seed, new TpeOptions { Multivariate = false });
}
