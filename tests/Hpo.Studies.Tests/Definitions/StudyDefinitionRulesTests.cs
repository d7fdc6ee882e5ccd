using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Definitions;

public class StudyDefinitionRulesTests
{
    [Fact]
    public void A_sound_definition_has_no_problems() => Assert.Empty(StudyDefinitionRules.FindProblems(Definition, Components));

    public static TheoryData<string, StudyDefinition> Unsound => new()
    {
        { "name: Give the study a name.", Definition with { Name = "  " } },
        { "name: The name has 101 characters: at most 100 are allowed.", Definition with { Name = new string('x', 101) } },
        { "name: The name contains a control character.", Definition with { Name = "a\u0007b" } },
        { "stop.trials: There must be at least 1: 0 trials are not possible.", Definition with { Stop = new(0) } },
        { "stop.trials: 1,000,000,000 trials are too many: at most 100,000 are allowed.", Definition with { Stop = new(1_000_000_000) } },
        { "stop.timeLimitSeconds: A limit of time must be above 0 seconds.", Definition with { Stop = new(1, TimeLimitSeconds: 0) } },
        { "stop.timeLimitSeconds: The limit is too long: at most 2,592,000 seconds (30 days) are allowed.", Definition with { Stop = new(1, TimeLimitSeconds: 1e9) } },
        { "stop.targetError: The target error must be a finite number.", Definition with { Stop = new(1, TargetError: double.NaN) } },
        { "workers: 65 workers are too many: at most 64 are allowed.", Definition with { Workers = 65 } },
        { "maxEpochs: There must be at least 1: -1 epochs are not possible.", Definition with { MaxEpochs = -1 } },
        { "trialTimeoutSeconds: A limit of time must be above 0 seconds.", Definition with { TrialTimeoutSeconds = double.NaN } },
        { "objective: This program has no objective called \"nothing\".", Definition with { Objective = new("nothing") } },
        { "searcher: This program has no searcher called \"oracle\".", Definition with { Searcher = new("oracle") } },
        { "scheduler: This program has no scheduler called \"lifo\".", Definition with { Scheduler = new("lifo") } },
        { "version: This program reads version 1 of study definitions, not version 2.", Definition with { Version = 2 } },
        {
            "initialConfigurations.0.x: 7 lies outside the range from 0 to 1.",
            Definition with { InitialConfigurations = [new Configuration(("x", 7), ("n", 2))] }
        },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_definition_is_explained_at_the_field(string explanation, StudyDefinition definition) =>
        Assert.Equal([explanation], StudyDefinitionRules.FindProblems(definition, Components).Select(problem => problem.ToString()));
}
