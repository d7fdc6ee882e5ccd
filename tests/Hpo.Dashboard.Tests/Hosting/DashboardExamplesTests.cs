using Hpo.Catalog;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Training.Data;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class DashboardExamplesTests
{
    private static readonly StudyCatalog Catalog = StandardCatalog.Create(new FashionMnistSource(new FashionMnistOptions()));
    private static readonly StudyExamples Examples = DashboardExamples.Create();

    public static TheoryData<string> Keys => [.. Examples.All.Select(example => example.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_example_can_be_run_and_tries_the_usual_configuration_first(string key)
    {
        var definition = Examples.Find(key)!.Definition(Catalog);
        var objective = Catalog.Objectives.Get(definition.Objective.Type).Describe;

        Assert.Empty(StudyDefinitionRules.FindProblems(definition, Catalog));
        Assert.Equal(objective.DefaultSpace, definition.Space);
        Assert.Equal(objective.DefaultConfiguration, Assert.Single(definition.InitialConfigurations));
        Assert.Equal(objective.DefaultMaxEpochs, definition.MaxEpochs);
    }

    [Theory]
    [InlineData("lenet", "lenet", "random", 5, 10)]
    [InlineData("lenet-classic", "lenet-classic", "random", 5, 10)]
    [InlineData("exercise-1", "dropout-mlp", "random", 20, 50)]
    [InlineData("exercise-2", "dropout-mlp", "local", 20, 50)]
    public void They_are_those_of_the_chapter(string key, string objective, string searcher, int trials, int epochs)
    {
        var definition = Examples.Find(key)!.Definition(Catalog);

        Assert.Equal((objective, searcher, trials, epochs), (definition.Objective.Type, definition.Searcher.Type, definition.Stop.Trials, definition.MaxEpochs));
    }

    [Fact]
    public void Every_key_names_one_example_and_an_unknown_one_none()
    {
        Assert.Equal(Examples.All.Count, Examples.All.Select(example => example.Key).Distinct().Count());
        Assert.Null(Examples.Find("none"));
        Assert.Null(Examples.Find(null));
    }
}
