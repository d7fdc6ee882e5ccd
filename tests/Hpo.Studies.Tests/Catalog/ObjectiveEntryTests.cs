using Hpo.Engine.Objectives;
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
    public void What_was_measured_and_the_pace_follow_the_explanation()
    {
        var entry = new ObjectiveEntry("any", "Any", "It does this.", _ => new Branin());
        Assert.Equal("It does this.", entry.FullExplanation);
        Assert.Equal(
            "It does this. It is off by 0.01. Two a second.",
            (entry with { Measured = () => "It is off by 0.01.", Pace = "Two a second." }).FullExplanation);
    }
}
