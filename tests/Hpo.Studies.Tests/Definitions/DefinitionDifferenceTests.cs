using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Definitions;

public class DefinitionDifferenceTests
{
    [Fact]
    public void A_definition_does_not_differ_from_itself() => Assert.Empty(Paths(Definition));

    [Fact]
    public void Where_it_was_cloned_from_is_no_difference() => Assert.Empty(Paths(Definition with { ClonedFrom = new("abc", "Original") }));

    [Fact]
    public void Every_field_is_compared() => Assert.Equal(
        ["name", "stop.trials", "maxEpochs", "workers", "seed", "stop.timeLimitSeconds", "stop.targetError", "trialTimeoutSeconds"],
        Paths(Definition with
        {
            Name = "other",
            Stop = new(6, 60, 0.1),
            MaxEpochs = 2,
            Workers = 2,
            Seed = 8,
            TrialTimeoutSeconds = 5,
        }));

    [Fact]
    public void A_parameter_that_is_spelt_out_with_its_default_is_no_difference()
    {
        var tpe = Definition with { Searcher = new("tpe") };
        Assert.Empty(DefinitionDifference.Between(tpe, tpe with { Searcher = new("tpe", new(("candidates", Components.Searchers.Get("tpe").Parameters[1].Default!.Value))) }, Components));
        var change = Assert.Single(DefinitionDifference.Between(tpe, tpe with { Searcher = new("tpe", new(("candidates", 7))) }, Components));
        Assert.Equal(("searcher.parameters.candidates", (ParameterValue)7), (change.Path, (ParameterValue)change.After!));
    }

    [Fact]
    public void Another_searcher_is_one_difference_whatever_its_parameters()
    {
        var change = Assert.Single(DefinitionDifference.Between(Definition, Definition with { Searcher = new("tpe", new(("candidates", 7))) }, Components));
        Assert.Equal("searcher", change.Path);
    }

    [Fact]
    public void Hyperparameters_are_added_removed_changed_and_reordered()
    {
        var other = new ConfigSpace(("n", new RandInt(1, 5)), ("x", new Uniform(0, 2)), ("y", new Uniform(0, 1)));
        var changes = DefinitionDifference.Between(Definition, Definition with { Space = other, InitialConfigurations = [] }, Components);
        Assert.Equal(["space.x", "space.y", "space", "initialConfigurations"], changes.Select(change => change.Path));
        Assert.Equal((new Uniform(0, 1), new Uniform(0, 2)), (changes[0].Before, changes[0].After));
        Assert.True(changes[1].IsAdded);
        var back = DefinitionDifference.Between(Definition with { Space = other }, Definition, Components);
        Assert.True(Assert.Single(back, change => change.Path == "space.y").IsRemoved);
    }

    [Fact]
    public void Initial_values_are_compared_one_by_one()
    {
        var change = Assert.Single(DefinitionDifference.Between(Definition, Definition with { InitialConfigurations = [Initial.With("x", 0.75)] }, Components));
        Assert.Equal("initialConfigurations.0.x", change.Path);
    }

    [Fact]
    public void A_warm_start_is_compared_by_its_trials()
    {
        EarlierTrial[] trials = [new(Initial, 0.5, 1)];
        Assert.Equal(["warmStart"], Paths(Definition with { WarmStart = new() { Trials = [.. trials] } }));
        Assert.Empty(DefinitionDifference.Between(
            Definition with { WarmStart = new() { Trials = [.. trials] } }, Definition with { WarmStart = new() { Trials = [.. trials] } }, Components));
    }

    private static IEnumerable<string> Paths(StudyDefinition after) => DefinitionDifference.Between(Definition, after, Components).Select(change => change.Path);
}
