using System.Globalization;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Studies.Definitions;

/// <summary>
/// What a study definition may contain. The paths of problems are the JSON names: <c>name</c>, <c>stop.trials</c>, <c>workers</c>,
/// <c>space.learning_rate.lower</c>, <c>initialConfigurations.0.batch_size</c>, <c>searcher.parameters.startupTrials</c>, …
/// </summary>
public static class StudyDefinitionRules
{
    /// <summary>The largest number of trials of a study.</summary>
    public const int MaxTrials = 100_000;

    /// <summary>The largest number of workers of a study.</summary>
    public const int MaxWorkers = 64;

    /// <summary>The largest number of epochs of a trial.</summary>
    public const int MaxEpochs = 10_000;

    /// <summary>The largest number of characters in a study's name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The largest number of initial configurations.</summary>
    public const int MaxInitialConfigurations = 100;

    /// <summary>The longest time limit, in seconds: thirty days.</summary>
    public const double MaxSeconds = 30 * 24 * 3600;

    /// <summary>Everything that keeps a definition from being run.</summary>
    public static IReadOnlyList<Problem> FindProblems(StudyDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        return [.. Numbers(definition), .. SpaceJson.FindProblems(definition.Space.Parameters).Select(problem => problem.Within("space")), .. Components(definition, catalog)];
    }

    /// <summary>
    /// Everything that keeps a definition from being that of any study, whatever components a program has: one that passes can be shown, if not run.
    /// </summary>
    public static IReadOnlyList<Problem> FindProblemsInItself(StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return
        [
            .. Numbers(definition),
            .. Texts("objective", definition.Objective),
            .. Texts("searcher", definition.Searcher),
            .. Texts("scheduler", definition.Scheduler),
            .. InitialConfigurations(definition),
            .. WarmStartRules.FindProblems(definition),
        ];
    }

    private static IEnumerable<Problem> Numbers(StudyDefinition definition) =>
        [
            .. At("version", definition.Version == StudyDefinition.CurrentVersion ? null
                : $"This program reads version {StudyDefinition.CurrentVersion} of study definitions, not version {definition.Version}."),
            .. At("name", Name(definition.Name)),
            .. At("stop.trials", Count(definition.Stop.Trials, MaxTrials, "trials")),
            .. At("stop.timeLimitSeconds", Seconds(definition.Stop.TimeLimitSeconds)),
            .. At("stop.targetError", definition.Stop.TargetError is { } target && !double.IsFinite(target) ? "The target error must be a finite number." : null),
            .. At("workers", Count(definition.Workers, MaxWorkers, "workers")),
            .. At("maxEpochs", Count(definition.MaxEpochs, MaxEpochs, "epochs")),
            .. At("trialTimeoutSeconds", Seconds(definition.TrialTimeoutSeconds)),
        ];

    private static IEnumerable<Problem> Texts(string role, ComponentDefinition component)
    {
        string[] texts = [component.Type, .. (component.Parameters ?? new Configuration()).SelectMany(value => new[] { value.Key, value.Value.ToString() })];
        return At(role, texts.Any(text => text.Length > ConfigSpace.MaxTextLength || text.Any(char.IsControl)) ? "It contains a text that is too long, or no text." : null);
    }

    /// <summary>Why a text cannot name a study; null when it can.</summary>
    public static string? Name(string name) => name switch
    {
        null => "Give the study a name.",
        _ when string.IsNullOrWhiteSpace(name) => "Give the study a name.",
        { Length: > MaxNameLength } => $"The name has {name.Length} characters: at most {MaxNameLength} are allowed.",
        _ when name.Any(char.IsControl) => "The name contains a control character.",
        _ => null,
    };

    /// <summary>Why a number of something is not allowed; null when it is.</summary>
    public static string? Count(long count, int most, string what) => count switch
    {
        < 1 => $"There must be at least 1: {Show(count)} {what} are not possible.",
        _ when count > most => $"{Show(count)} {what} are too many: at most {Show(most)} are allowed.",
        _ => null,
    };

    /// <summary>Why a limit of time is not allowed; null when it is.</summary>
    public static string? Seconds(double? seconds) => seconds switch
    {
        null => null,
        <= 0 or double.NaN => "A limit of time must be above 0 seconds.",
        > MaxSeconds => $"The limit is too long: at most {Show((long)MaxSeconds)} seconds (30 days) are allowed.",
        _ => null,
    };

    private static List<Problem> Components(StudyDefinition definition, StudyCatalog catalog)
    {
        var (objective, searcher, scheduler) = (
            catalog.Objectives.Find(definition.Objective.Type),
            catalog.Searchers.Find(definition.Searcher.Type),
            catalog.Schedulers.Find(definition.Scheduler.Type));
        List<Problem> problems =
        [
            .. Component("objective", definition.Objective, objective),
            .. (objective?.Describe.CheckSpace(definition.Space) ?? []).Select(problem => problem.Within("space")),
            .. At("maxEpochs", objective?.Describe.LastEpoch is { } last && definition.MaxEpochs > last ? $"Only {Show(last)} epochs of {objective.Name} were recorded." : null),
            .. Component("searcher", definition.Searcher, searcher),
            .. Component("scheduler", definition.Scheduler, scheduler),
            .. InitialConfigurations(definition),
            .. WarmStartRules.FindProblems(definition),
        ];
        // what is wrong in itself is not tried together
        var canTry = problems.Count == 0 && Count(definition.MaxEpochs, MaxEpochs, "epochs") is null;
        return canTry ? [.. PairRules.FindProblems(definition, objective!, searcher!, scheduler!)] : problems;
    }

    private static IEnumerable<Problem> Component(string role, ComponentDefinition component, CatalogEntry? entry) => entry is null
        ? [new Problem(role, $"This program has no {role} called \"{component.Type}\".")]
        : entry.CheckParameters(component.Parameters).Select(problem => problem.Within("parameters").Within(role));

    private static IEnumerable<Problem> InitialConfigurations(StudyDefinition definition)
    {
        if (definition.InitialConfigurations.Length > MaxInitialConfigurations)
            return [new Problem("initialConfigurations", $"At most {MaxInitialConfigurations} initial configurations are allowed.")];
        return definition.InitialConfigurations.SelectMany((configuration, i) => Check(definition, configuration)
            .Select(problem => problem.Within(i.ToString(CultureInfo.InvariantCulture)).Within("initialConfigurations")));
    }

    // in a list a JSON text can hold null, whatever the list's type says
    private static IReadOnlyList<Problem> Check(StudyDefinition definition, Configuration? configuration) =>
        configuration is null ? [new Problem("", "The configuration is missing.")] : definition.Space.Check(configuration);

    private static IEnumerable<Problem> At(string path, string? message) => message is null ? [] : [new Problem(path, message)];

    private static string Show(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
