using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class DefinitionTextTests
{
    public static TheoryData<Domain, string> Domains => new()
    {
        { new Uniform(0, 0.5), "0 to 0.5, uniformly" },
        { new Uniform(0, 1, 0.1), "0 to 1 in steps of 0.1" },
        { new LogUniform(1e-5, 1), "1e-5 to 1, on a log scale" },
        { new ReverseLogUniform(0, 0.9999999), "0 to 0.9999999, on a log scale towards 1" },
        { new RandInt(32, 256), "whole numbers 32 to 255, uniformly" },
        { new RandInt(32, 257, 32), "whole numbers 32 to 256 in steps of 32" },
        { new LogRandInt(1, 1001), "whole numbers 1 to 1000, on a log scale" },
        { new Choice("sgd", "adam"), "one of sgd, adam" },
        { new Ordinal("small", "large"), "one of small, large, in this order" },
        { new Constant(10), "always 10" },
        { new Choice(Enumerable.Range(1, 20).Select(ParameterValue (i) => i)), "one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more" },
    };

    [Theory]
    [MemberData(nameof(Domains))]
    public void A_domain_is_told_in_words_and_with_the_largest_value_that_can_be_drawn(Domain domain, string text) =>
        Assert.Equal(text, DomainText.Describe(domain));

    [Fact]
    public void A_definition_is_told_in_the_words_of_the_catalog()
    {
        using var objective = new PuppetObjective();
        var catalog = new StudyCatalog([new ObjectiveEntry("puppet", "A puppet", "For tests.", _ => objective)]);
        var definition = StudyStory.Definition with { Stop = new StopCriteria(20, 600, 0.1), TrialTimeoutSeconds = 30, Scheduler = new("of a later version") };

        Assert.Equal(
            [
                new("Objective", "A puppet"),
                new("Searcher", "Random search"),
                new("Scheduler", "of a later version"),
                new("Ends", "after 20 trials, or after 10 min 00 s, or at an error of 0.1 or less"),
                new("Epochs of a trial", "at most 3"),
                new("Time for a trial", "at most 30.0 s"),
                new("Trials at a time", "1"),
                new("Seed", "42"),
            ],
            DefinitionFact.Of(definition, catalog));
    }

    [Fact]
    public void A_definition_says_that_its_time_is_simulated()
    {
        var catalog = Form.Catalogs.Create();

        Assert.Equal(
            new DefinitionFact("Time", "simulated: each epoch counts the seconds it took where it was recorded, each decision 0.1 s"),
            Assert.Single(DefinitionFact.Of(StudyStory.Definition with { Objective = new("recorded") }, catalog), fact => fact.Name == "Time"));
        Assert.DoesNotContain(DefinitionFact.Of(StudyStory.Definition with { Objective = new("bowl") }, catalog), fact => fact.Name == "Time");
    }

    [Theory]
    [InlineData("evolution", "populationSize", 100, "Regularised evolution")]
    [InlineData("evolution", "populationSize", 20, "Regularised evolution with population 20")]
    [InlineData("of a later version", "depth", 3, "of a later version with depth 3")]
    public void A_component_is_told_with_the_parameters_that_differ_from_their_defaults(string type, string name, int value, string text)
    {
        var entry = new StudyCatalog([new ObjectiveEntry("puppet", "A puppet", "For tests.", _ => new PuppetObjective())]).Searchers.Find(type);

        Assert.Equal(text, ComponentText.Describe(entry, new ComponentDefinition(type, new((name, value)))));
    }

    [Fact]
    public void A_truth_value_is_told_as_yes_or_no()
    {
        var entry = new StudyCatalog([new ObjectiveEntry("puppet", "A puppet", "For tests.", _ => new PuppetObjective())]).Searchers.Get("grid");

        Assert.Equal("Grid search with shuffled no", ComponentText.Describe(entry, new ComponentDefinition("grid", new(("resolution", 5), ("shuffled", false)))));
    }
}
