using Hpo.Comparisons.Definitions;
using Hpo.Engine.Validation;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Definitions;

public sealed class ComparisonRulesTests
{
    [Fact]
    public void A_sound_comparison_has_no_problem()
    {
        Assert.Empty(Find(Definition));
        Assert.Empty(Find(Race with { Objectives = ["real"] }));
        Assert.Empty(Find(Definition with { Methods = [RandomSearch, Method("ASHA", "random", "asha-promotion"), Method("BOHB", "bohb", "hyperband")] }));
    }

    [Fact]
    public void Names_are_given_and_unlike_each_other()
    {
        Assert.Equal(("name", "Give the comparison a name."), Only(Definition with { Name = " " }));
        Assert.Equal(("methods.1.name", "Give the method a name."), Only(Definition with { Methods = [RandomSearch, LocalSearch with { Name = "" }] }));
        var (path, message) = Only(Definition with { Methods = [RandomSearch, LocalSearch with { Name = "random SEARCH " }] });
        Assert.Equal("methods.1.name", path);
        Assert.Contains("nobody could tell them apart", message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_objectives_and_methods_and_not_too_many()
    {
        Assert.Equal("objectives", Only(Definition with { Objectives = [] }).Path);
        Assert.Equal("methods", Only(Definition with { Methods = [] }).Path);
        Assert.Equal("methods", Only(Definition with { Methods = [.. Enumerable.Range(0, 13).Select(i => RandomSearch with { Name = $"method {i}" })] }).Path);
        Assert.Equal(("objectives.1", "This program has no objective called \"unheard\"."), Only(Definition with { Objectives = ["curves", "unheard"] }));
        Assert.Equal(("objectives.1", "Branin is there twice."), Only(Definition with { Objectives = ["branin", "branin"] }));
    }

    [Fact]
    public void What_really_runs_can_race_and_not_be_simulated()
    {
        var (path, message) = Only(Definition with { Objectives = ["real"] });
        Assert.Equal("objectives.0", path);
        Assert.Contains("recorded version, or a race", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_is_given_and_above_zero()
    {
        Assert.Equal("budget", Only(Definition with { Budget = new() }).Path);
        Assert.Equal("budget.trials", Only(Definition with { Budget = new(Trials: 0) }).Path);
        Assert.Equal("budget.epochs", Only(Definition with { Budget = new(Epochs: -1) }).Path);
        Assert.Equal("budget.seconds", Only(Definition with { Budget = new(Seconds: 0) }).Path);
        Assert.Equal("budget.seconds", Only(Definition with { Budget = new(Trials: 3, Seconds: double.NaN) }).Path);
    }

    [Fact]
    public void Counts_are_bounded_alone_and_together()
    {
        Assert.Equal("repetitions", Only(Definition with { Repetitions = 0 }).Path);
        Assert.Equal("repetitions", Only(Definition with { Repetitions = 1001 }).Path);
        Assert.Equal("repetitions", Only(Race with { Repetitions = 21 }).Path);
        Assert.Equal("workers", Only(Definition with { Workers = 65 }).Path);
        Assert.Equal("maxEpochs", Only(Definition with { MaxEpochs = 0 }).Path);
        Assert.Contains("too many", Only(Race with { Workers = 33 }).Message, StringComparison.Ordinal);
        var (path, message) = Only(Definition with { Repetitions = 1000, Budget = new(Trials: 100_000) });
        Assert.Equal("repetitions", path);
        Assert.Contains("200,000,000 trials", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_race_needs_two_methods() =>
        Assert.Equal(("methods", "A race needs at least 2 methods."), Only(Race with { Methods = [RandomSearch] }));

    [Theory]
    [InlineData(DecisionTimeKind.Fixed, null)]
    [InlineData(DecisionTimeKind.Fixed, 0.0)]
    [InlineData(DecisionTimeKind.Fixed, double.NaN)]
    [InlineData(DecisionTimeKind.Fixed, 1e9)]
    [InlineData(DecisionTimeKind.None, 1.0)]
    public void A_decision_time_makes_sense(DecisionTimeKind kind, double? seconds) =>
        Assert.Equal("decisionTime.seconds", Only(Definition with { DecisionTime = new(kind, seconds) }).Path);

    [Fact]
    public void What_a_study_refuses_is_refused_with_the_method_s_place()
    {
        Assert.Equal("methods.1.searcher", Only(Definition with { Methods = [RandomSearch, Method("?", "oracle")] }).Path);
        Assert.Equal(
            "methods.0.searcher.parameters.probabilityLocal",
            Only(Definition with { Methods = [LocalSearch with { Searcher = Component("local", "probabilityLocal", 2) }] }).Path);
    }

    [Fact]
    public void A_pair_that_is_impossible_on_one_objective_names_it()
    {
        var problems = Find(Definition with { Objectives = ["curves", "branin"], Methods = [RandomSearch, Method("ASHA", "random", "asha-promotion")] });
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal("methods.1.scheduler", problem.Path));
        Assert.All(problems, problem => Assert.Contains("Branin", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Several_problems_are_found_at_once() =>
        Assert.Equal(
            ["name", "budget", "workers"],
            Find(Definition with { Name = "", Budget = new(), Workers = 0 }).Select(problem => problem.Path).Where(path => !path.StartsWith("methods", StringComparison.Ordinal)));

    private static IReadOnlyList<Problem> Find(ComparisonDefinition definition) => ComparisonRules.FindProblems(definition, Catalog);

    private static (string Path, string Message) Only(ComparisonDefinition definition)
    {
        var problem = Assert.Single(Find(definition));
        return (problem.Path, problem.Message);
    }
}
