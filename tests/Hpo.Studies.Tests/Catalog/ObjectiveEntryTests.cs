using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Studies.Tests.Catalog;

public class ObjectiveEntryTests
{
    [Fact]
    public void The_instance_to_ask_is_made_when_it_is_first_asked_for_and_once()
    {
        var made = 0;
        var entry = new ObjectiveEntry("any", "Any", "Any.", _ =>
        {
            made++;
            return new Branin();
        });
        Assert.Equal(0, made);
        Assert.Same(entry.Describe, entry.Describe);
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_study_sets_the_parameters_of_an_objective_and_what_it_leaves_out_has_its_default()
    {
        var entry = new ObjectiveEntry("valley", "Valley", "A valley.", _ => new Branin())
        {
            Parameters = [new("variables", "Variables", "How many.", new RandInt(1, 10), 4)],
            CreateSet = (_, set) => new Levy(set.Integer("variables")),
        };

        Assert.Equal(4, entry.CreateFor(new("valley"), 1).DefaultSpace.Parameters.Length);
        Assert.Equal(7, entry.CreateFor(new("valley", new Configuration(("variables", 7))), 1).DefaultSpace.Parameters.Length);
        var error = Assert.Throws<InvalidInputException>(() => entry.CreateFor(new("valley", new Configuration(("variables", 10))), 1));
        Assert.Equal("variables", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public void Without_parameters_it_is_made_with_the_threads_alone() =>
        Assert.IsType<Branin>(new ObjectiveEntry("any", "Any", "Any.", _ => new Branin()).CreateFor(new("any"), 3));

    [Fact]
    public void What_was_found_about_a_parameter_follows_its_help()
    {
        var parameter = new ComponentParameter("device", "Device", "Where it computes.", new Choice("CPU", "CUDA"), "CPU");
        Assert.Equal("Where it computes.", parameter.FullHelp);
        Assert.Equal("Where it computes. There is a CPU.", (parameter with { Found = () => "There is a CPU." }).FullHelp);
    }

    [Fact]
    public void What_was_measured_and_the_pace_follow_the_explanation()
    {
        var entry = new ObjectiveEntry("any", "Any", "It does this.", _ => new Branin());
        Assert.Equal("It does this.", entry.FullExplanation);
        Assert.Equal(
            "It does this. It is off by 0.01. Two a second.",
            (entry with { Measured = () => "It is off by 0.01.", Pace = "Two a second." }).FullExplanation);
    }
}
