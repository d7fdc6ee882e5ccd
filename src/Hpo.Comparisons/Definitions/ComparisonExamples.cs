using System.Collections.Immutable;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Definitions;

/// <summary>Comparisons that are ready to start: those of the chapter, its exercise, and one with known optima.</summary>
public static class ComparisonExamples
{
    private const string RecordedLeNet = "recorded-lenet", RecordedMlp = "recorded-dropout-mlp";

    private static readonly MethodDefinition RandomSearch = Method("Random search", "random");
    private static readonly MethodDefinition BayesianOptimisation = Method("Bayesian optimisation", "gp");

    /// <summary>All of them, the chapter's figure first.</summary>
    public static ImmutableArray<ComparisonExample> All { get; } =
    [
        Example(
            "random-and-bayesian",
            "Random search and Bayesian optimisation",
            "The chapter's figure: both methods tune a feed-forward network, 50 times each. It is replayed from real trainings in simulated time.",
            [RecordedMlp],
            [RandomSearch, BayesianOptimisation],
            repetitions: 50,
            new(Seconds: 1200)),
        Example(
            "early-stopping",
            "Stopping bad trials early",
            "ASHA and Hyperband against random search on the same number of epochs: what is saved on bad configurations is spent on more of them. "
            + "It is replayed from real trainings of the LeNet.",
            [RecordedLeNet],
            [RandomSearch, Method("ASHA", "random", "asha-promotion"), Method("Hyperband", "random", "hyperband")],
            repetitions: 30,
            new(Epochs: 300),
            workers: 4),
        Example(
            "local-and-random",
            "Exercise 2: local search and random search",
            "Does it help to change the best configuration so far instead of drawing a new one? The chapter's second exercise, on its network.",
            [RecordedMlp],
            [RandomSearch, Method("Local search", "local")],
            repetitions: 50,
            new(Trials: 50)),
        Example(
            "all-searchers",
            "All searchers on functions with a known optimum",
            "Every searcher on Branin and on Hartmann's function of six variables, whose smallest values are known, so that one sees how much is missing.",
            ["branin", "hartmann-6"],
            [
                RandomSearch,
                Method("Local search", "local"),
                Method("Grid search", "grid"),
                Method("Sobol sequence", "sobol"),
                Method("Regularised evolution", "evolution"),
                Method("TPE", "tpe"),
                BayesianOptimisation,
                Method("CMA-ES", "cma-es"),
                Method("BOHB density model", "bohb"),
            ],
            repetitions: 30,
            new(Trials: 100)),
    ];

    /// <summary>The example of an id; null when there is none.</summary>
    public static ComparisonExample? Find(string id) => All.FirstOrDefault(example => example.Id == id);

    /// <summary>The examples that a catalog has the objectives for.</summary>
    public static IEnumerable<ComparisonExample> For(StudyCatalog catalog) =>
        All.Where(example => example.Definition.Objectives.All(type => catalog.Objectives.Find(type) is not null));

    private static MethodDefinition Method(string name, string searcher, string scheduler = "fifo") =>
        new(name, new ComponentDefinition(searcher), new ComponentDefinition(scheduler));

    private static ComparisonExample Example(
        string id, string title, string explanation, ImmutableArray<string> objectives, ImmutableArray<MethodDefinition> methods, int repetitions,
        ComparisonBudget budget, int workers = 1) =>
        new(id, title, explanation, new()
        {
            Name = title,
            Objectives = objectives,
            Methods = methods,
            Repetitions = repetitions,
            Budget = budget,
            Workers = workers,
        });
}
