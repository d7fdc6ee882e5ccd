using Extending;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.TestKit;

namespace Hpo.Extending.Tests;

public sealed class NearestSearcherTests : SearcherContractTests
{
    protected override int StartupTrials => 8;

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new NearestSearcher(space, initial, seed);
}
