using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Training.Data;
using Hpo.Training.Objectives;

namespace Hpo.Catalog.Tests;

public sealed class StandardCatalogTests
{
    private static readonly FashionMnistSource Data = new(new FashionMnistOptions());
    private static readonly StudyCatalog Catalog = StandardCatalog.Create(Data);

    public static TheoryData<string> Objectives => [.. Catalog.Objectives.Select(entry => entry.Type)];

    public static TheoryData<string> TestFunctions => [.. Catalog.Objectives.Where(entry => entry.Group == "Test functions").Select(entry => entry.Type)];

    /// <summary>The same functions, without the wait that lets people watch them.</summary>
    private static readonly Dictionary<string, AnalyticObjective> Functions = new()
    {
        ["branin"] = new Branin(),
        ["six-hump-camel"] = new SixHumpCamel(),
        ["hartmann-3"] = new Hartmann3(),
        ["rosenbrock-4"] = new Rosenbrock(4),
        ["levy-4"] = new Levy(4),
        ["styblinski-tang-4"] = new StyblinskiTang(4),
        ["ackley-5"] = new Ackley(5),
        ["rastrigin-5"] = new Rastrigin(5),
        ["hartmann-6"] = new Hartmann6(),
    };

    public static TheoryData<string> RecordedTrainings => [.. Catalog.Objectives.Where(entry => entry.Group == "Recorded trainings").Select(entry => entry.Type)];

    /// <summary>What was recorded.</summary>
    private static readonly Dictionary<string, Objective> Networks = new()
    {
        ["recorded-lenet"] = new LeNetObjective(Data),
        ["recorded-dropout-mlp"] = new DropoutMlpObjective(Data),
    };

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Every_objective_goes_with_every_searcher_or_is_refused_in_words(string type)
    {
        var objective = Catalog.Objectives.Get(type).Describe;
        foreach (var searcher in Catalog.Searchers)
        {
            var definition = Study(type, objective) with { Searcher = new(searcher.Type) };
            Assert.All(StudyDefinitionRules.FindProblems(definition, Catalog), problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(TestFunctions))]
    public void A_test_function_tells_its_smallest_value(string type)
    {
        var (entry, function) = (Catalog.Objectives.Get(type), Functions[type]);

        Assert.Equal(function.DefaultSpace, entry.Describe.DefaultSpace);
        var told = Regex.Matches(entry.Explanation.Replace('−', '-'), @"-?[0-9]+(\.[0-9]+)?")
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));
        Assert.Contains(told, number => Math.Abs(number - function.Minimum) < 1e-4);
    }

    [Theory]
    [MemberData(nameof(RecordedTrainings))]
    public void A_recorded_training_stands_for_the_real_one_and_says_how_far_it_is_off(string type)
    {
        var (entry, original) = (Catalog.Objectives.Get(type), Networks[type]);

        Assert.True(entry.IsSimulated);
        Assert.Equal(original.DefaultSpace, entry.Describe.DefaultSpace);
        Assert.Equal(original.DefaultConfiguration, entry.Describe.DefaultConfiguration);
        Assert.Contains("On configurations held out it is off by 0.", entry.FullExplanation, StringComparison.Ordinal);
        using var evaluation = Assert.IsAssignableFrom<ITimedEvaluation>(
            entry.CreateSimulated!().Start(new EvaluationRequest(0, entry.Describe.DefaultConfiguration, 0, 1)));
        Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0, 1);
        Assert.InRange(evaluation.EpochTime.TotalSeconds, 0.1, 60);
    }

    [Fact]
    public void More_epochs_than_were_recorded_are_refused()
    {
        var objective = Catalog.Objectives.Get("recorded-lenet").Describe;
        var definition = Study("recorded-lenet", objective);

        Assert.Empty(StudyDefinitionRules.FindProblems(definition, Catalog));
        Assert.Equal(
            ["maxEpochs: Only 10 epochs of Recorded LeNet were recorded."],
            StudyDefinitionRules.FindProblems(definition with { MaxEpochs = 11 }, Catalog).Select(problem => problem.ToString()));
    }

    private static StudyDefinition Study(string type, Objective objective) => new()
    {
        Name = "any",
        Objective = new(type),
        Space = objective.DefaultSpace,
        InitialConfigurations = [objective.DefaultConfiguration],
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(5),
        MaxEpochs = objective.DefaultMaxEpochs,
    };
}
