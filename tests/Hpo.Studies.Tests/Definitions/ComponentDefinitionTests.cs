using Hpo.Studies.Definitions;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Definitions;

public class ComponentDefinitionTests
{
    [Fact]
    public void A_definition_without_parameters_is_written_without_them()
    {
        var json = StudyDefinitionJson.Write(Definition);

        Assert.DoesNotContain("parameters", json, StringComparison.Ordinal);
        Assert.Null(StudyDefinitionJson.Read(json).Searcher.Parameters);
    }

    [Fact]
    public void Parameters_come_back_as_they_were_and_in_order()
    {
        var component = new ComponentDefinition("tpe", new(("startupTrials", 20), ("share", 1.0), ("multivariate", false)));
        var back = StudyDefinitionJson.Read(StudyDefinitionJson.Write(Definition with { Searcher = component })).Searcher;

        Assert.Equal(component, back);
        Assert.Equal(["startupTrials", "share", "multivariate"], back.Parameters!.Keys);
    }

    [Fact]
    public void A_parameter_that_the_component_does_not_have_is_refused()
    {
        var definition = Definition with { Searcher = new("random", new(("startupTrials", 20))), Objective = new("function", new(("depth", 3))) };

        Assert.Equal(
            [
                "objective.parameters.depth: A function has no parameter called \"depth\".",
                "searcher.parameters.startupTrials: Random search has no parameter called \"startupTrials\".",
            ],
            StudyDefinitionRules.FindProblems(definition, Components).Select(problem => problem.ToString()));
    }
}
