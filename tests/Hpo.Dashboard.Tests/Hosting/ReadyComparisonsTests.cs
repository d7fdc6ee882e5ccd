using Hpo.Catalog;
using Hpo.Comparisons.Definitions;
using Hpo.Training.Data;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ReadyComparisonsTests
{
    [Fact]
    public void What_is_offered_ready_made_can_be_started()
    {
        var catalog = StandardCatalog.Create(new FashionMnistSource(new FashionMnistOptions()));
        var offered = ComparisonExamples.For(catalog).ToList();
        Assert.Contains(offered, example => example.Id == "all-searchers");
        Assert.All(offered, example => Assert.Empty(ComparisonRules.FindProblems(example.Definition, catalog)));
    }
}
