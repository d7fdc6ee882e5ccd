using System.Globalization;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Definitions;

/// <summary>
/// What a comparison definition may contain. The paths of problems are the JSON names: <c>name</c>, <c>objectives.0</c>,
/// <c>methods.1.searcher.parameters.startupTrials</c>, <c>budget.trials</c>, <c>decisionTime.seconds</c>, …
/// </summary>
public static class ComparisonRules
{
    /// <summary>The largest number of objectives.</summary>
    public const int MaxObjectives = 8;

    /// <summary>The largest number of methods.</summary>
    public const int MaxMethods = 12;

    /// <summary>The largest number of repetitions.</summary>
    public const int MaxRepetitions = 1000;

    /// <summary>The largest number of objectives × methods × repetitions.</summary>
    public const int MaxResults = 20_000;

    /// <summary>The largest number of trials in the whole comparison.</summary>
    public const long MaxTotalTrials = 20_000_000;

    /// <summary>The largest number of epochs a repetition may spend.</summary>
    public const int MaxEpochBudget = 10_000_000;

    /// <summary>The largest number of repetitions of a race.</summary>
    public const int MaxRaceRepetitions = 20;

    /// <summary>The longest fixed decision time, in seconds.</summary>
    public const double MaxDecisionSeconds = 3600;

    /// <summary>Everything that keeps a definition from being run.</summary>
    public static IReadOnlyList<Problem> FindProblems(ComparisonDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        Problem[] alone =
        [
            .. At("version", definition.Version == ComparisonDefinition.CurrentVersion ? null
                : $"This program reads version {ComparisonDefinition.CurrentVersion} of comparison definitions, not version {definition.Version}."),
            .. At("name", Name(definition.Name)),
            .. Objectives(definition, catalog),
            .. MethodNames(definition),
            .. At("repetitions", StudyDefinitionRules.Count(definition.Repetitions, MostRepetitions(definition.Kind), "repetitions")),
            .. Budget(definition.Budget),
            .. At("maxEpochs", definition.MaxEpochs is { } epochs ? StudyDefinitionRules.Count(epochs, StudyDefinitionRules.MaxEpochs, "epochs") : null),
            .. Workers(definition),
            .. At("decisionTime.seconds", DecisionSeconds(definition.DecisionTime)),
        ];
        return alone.Length > 0 ? [.. alone, .. Pairs(definition, catalog)] : [.. Total(definition), .. Pairs(definition, catalog)];
    }

    /// <summary>Why a text cannot name a comparison; null when it can.</summary>
    public static string? Name(string name) => StudyDefinitionRules.Name(name)?.Replace("the study", "the comparison", StringComparison.Ordinal);

    private static int MostRepetitions(ComparisonKind kind) => kind == ComparisonKind.Race ? MaxRaceRepetitions : MaxRepetitions;

    private static IEnumerable<Problem> Objectives(ComparisonDefinition definition, StudyCatalog catalog)
    {
        if (StudyDefinitionRules.Count(definition.Objectives.Length, MaxObjectives, "objectives") is { } count)
            yield return new("objectives", count);
        foreach (var (type, i) in definition.Objectives.Select((type, i) => (type, i)))
        {
            if (Objective(definition, catalog.Objectives.Find(type), type, i) is { } message)
                yield return new(Place("objectives", i), message);
        }
    }

    private static string? Objective(ComparisonDefinition definition, ObjectiveEntry? objective, string type, int i) => objective switch
    {
        null => $"This program has no objective called \"{type}\".",
        _ when definition.Objectives.IndexOf(type) < i => $"{objective.Name} is there twice.",
        { CreateSimulated: null } when definition.Kind == ComparisonKind.Simulated =>
            $"{objective.Name} really runs, so that its time cannot be simulated: choose its recorded version, or a race.",
        _ => null,
    };

    private static IEnumerable<Problem> MethodNames(ComparisonDefinition definition)
    {
        if (StudyDefinitionRules.Count(definition.Methods.Length, MaxMethods, "methods") is { } count)
            yield return new("methods", count);
        if (definition is { Kind: ComparisonKind.Race, Methods.Length: 1 })
            yield return new("methods", "A race needs at least 2 methods.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, i) in definition.Methods.Select((method, i) => (method, i)))
        {
            var problem = Name(method.Name)?.Replace("the comparison", "the method", StringComparison.Ordinal)
                ?? (names.Add(method.Name.Trim()) ? null : $"Another method is called \"{method.Name.Trim()}\" too: in the legend nobody could tell them apart.");
            if (problem is not null)
                yield return new($"{Place("methods", i)}.name", problem);
        }
    }

    private static IEnumerable<Problem> Budget(ComparisonBudget budget) =>
    [
        .. At("budget", budget is { Trials: null, Epochs: null, Seconds: null }
            ? "Say when a repetition ends: after a number of trials, a number of epochs, or a time." : null),
        .. At("budget.trials", budget.Trials is { } trials ? StudyDefinitionRules.Count(trials, StudyDefinitionRules.MaxTrials, "trials") : null),
        .. At("budget.epochs", budget.Epochs is { } epochs ? StudyDefinitionRules.Count(epochs, MaxEpochBudget, "epochs") : null),
        .. At("budget.seconds", StudyDefinitionRules.Seconds(budget.Seconds)),
    ];

    private static IEnumerable<Problem> Workers(ComparisonDefinition definition)
    {
        if (StudyDefinitionRules.Count(definition.Workers, StudyDefinitionRules.MaxWorkers, "workers") is { } count)
            return At("workers", count);
        var together = definition.Workers * (long)definition.Methods.Length;
        return At("workers", definition.Kind == ComparisonKind.Race && together > StudyDefinitionRules.MaxWorkers
            ? $"In a race all methods run at once: {together} trials together are too many, at most {StudyDefinitionRules.MaxWorkers} are allowed."
            : null);
    }

    private static string? DecisionSeconds(DecisionTimeDefinition time) => time switch
    {
        { Kind: DecisionTimeKind.Fixed, Seconds: null } => "Say how many seconds a decision takes.",
        { Kind: DecisionTimeKind.Fixed, Seconds: not (> 0 and <= MaxDecisionSeconds) } =>
            $"A decision takes more than 0 and at most {Show((long)MaxDecisionSeconds)} seconds. For no time at all choose \"none\".",
        { Kind: not DecisionTimeKind.Fixed, Seconds: not null } => "Seconds are given for a fixed decision time only.",
        _ => null,
    };

    private static IEnumerable<Problem> Total(ComparisonDefinition definition)
    {
        var results = (long)definition.TotalResults;
        var trials = results * (definition.Budget.Trials ?? 0);
        return At("repetitions", results > MaxResults
            ? $"{definition.Repetitions} repetitions of {definition.Methods.Length} methods on {definition.Objectives.Length} objectives are {Show(results)} runs: "
                + $"at most {Show(MaxResults)} are allowed."
            : trials > MaxTotalTrials ? $"All repetitions together have {Show(trials)} trials: at most {Show(MaxTotalTrials)} are allowed."
            : null);
    }

    /// <summary>What keeps methods from running on objectives, as the rules of studies have it.</summary>
    private static IEnumerable<Problem> Pairs(ComparisonDefinition definition, StudyCatalog catalog)
    {
        var objectives = definition.Objectives.Take(MaxObjectives).Select(catalog.Objectives.Find).OfType<ObjectiveEntry>().ToList();
        return definition.Methods.Take(MaxMethods).SelectMany((method, i) => objectives
            .SelectMany(objective => MethodProblems(definition, objective, method, catalog).Select(problem => (objective.Name, Problem: problem)))
            .GroupBy(found => found.Problem, found => found.Name)
            .Select(same => same.Count() == objectives.Count || same.Key.Message.Contains(same.First(), StringComparison.Ordinal)
                ? same.Key
                : same.Key with { Message = $"On {string.Join(" and ", same)}: {same.Key.Message}" })
            .Select(problem => problem.Within(Place("methods", i))));
    }

    private static IEnumerable<Problem> MethodProblems(
        ComparisonDefinition definition, ObjectiveEntry objective, MethodDefinition method, StudyCatalog catalog) =>
        StudyDefinitionRules.FindProblems(RepetitionStudies.Of(definition, objective, method, 0), catalog)
            .Where(problem => problem.Path.Split('.')[0] is "searcher" or "scheduler");

    private static string Place(string list, int i) => string.Create(CultureInfo.InvariantCulture, $"{list}.{i}");

    private static IEnumerable<Problem> At(string path, string? message) => message is null ? [] : [new Problem(path, message)];

    private static string Show(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
