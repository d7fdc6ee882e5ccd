using Extending;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.TestKit;

namespace Hpo.Extending.Tests;

public sealed class PlateauSchedulerTests : SchedulerContractTests
{
    protected override bool NeedsCheckpoints => false;

    protected override HpoScheduler Create(HpoSearcher searcher, int maxEpochs) => new PlateauScheduler(searcher, maxEpochs);
}
