using Hpo.Comparisons.Definitions;
using Hpo.Engine.Objectives;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Definitions;

public sealed class ComparisonExamplesTests
{
    // the recorded ones stand in as synthetic curves: what counts here is that the methods go with objectives of their kind
    private static readonly Hpo.Studies.Catalog.StudyCatalog Objectives = CatalogOf(
        Entry("recorded-lenet", "Recorded LeNet", () => new SyntheticCurve()),
        Entry("recorded-dropout-mlp", "Recorded dropout MLP", () => new SyntheticCurve()),
        Entry("hartmann-6", "Hartmann, 6 variables", () => new Hartmann6()));

    [Fact]
    public void Their_ids_are_part_of_addresses_and_stay() =>
        Assert.Equal(["random-and-bayesian", "early-stopping", "local-and-random", "all-searchers"], ComparisonExamples.All.Select(example => example.Id));

    [Fact]
    public void All_of_them_can_be_started() =>
        Assert.All(ComparisonExamples.All, example => Assert.Empty(ComparisonRules.FindProblems(example.Definition, Objectives)));

    [Fact]
    public void Those_without_their_objective_are_not_offered()
    {
        Assert.Equal(4, ComparisonExamples.For(Objectives).Count());
        Assert.Empty(ComparisonExamples.For(Catalog));
    }

    [Fact]
    public void Every_searcher_is_every_searcher_that_a_form_offers() =>
        Assert.Equal(
            Objectives.Searchers.Select(searcher => searcher.Type).Order(),
            ComparisonExamples.Find("all-searchers")!.Definition.Methods.Select(method => method.Searcher.Type).Order());

    [Fact]
    public void They_are_found_by_their_id()
    {
        Assert.Equal("Exercise 2: local search and random search", ComparisonExamples.Find("local-and-random")!.Title);
        Assert.Null(ComparisonExamples.Find("unknown"));
    }
}
