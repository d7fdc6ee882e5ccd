using System.Collections;
using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>A difference between two definitions in words.</summary>
/// <param name="Subject">What differs: "Trials", "learning_rate".</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it is there no more.</param>
/// <param name="IsHyperparameter">Whether a hyperparameter differs.</param>
public sealed record DifferenceText(string Subject, string? Before, string? After, bool IsHyperparameter = false)
{
    /// <summary>All differences.</summary>
    /// <param name="before">The original.</param>
    /// <param name="after">What was made from it.</param>
    /// <param name="catalog">Has the names.</param>
    public static IReadOnlyList<DifferenceText> Between(StudyDefinition before, StudyDefinition after, StudyCatalog catalog) =>
        [.. DefinitionDifference.Between(before, after, catalog).Select(change => Of(change, after, catalog))];

    private static DifferenceText Of(DefinitionChange change, StudyDefinition after, StudyCatalog catalog)
    {
        var (subject, none) = Subjects(change.Path, after, catalog);
        var isHyperparameter = change.Path.StartsWith("space.", StringComparison.Ordinal);
        return new(subject, Word(change.Before, change.Path, catalog) ?? none, Word(change.After, change.Path, catalog) ?? none, isHyperparameter);
    }

    /// <summary>What a path is called, and what is said when it has no value; null when that means that it is not there.</summary>
    private static (string Subject, string? None) Subjects(string path, StudyDefinition after, StudyCatalog catalog) => path.Split('.', 3) switch
    {
        ["name"] => ("Name", null),
        ["objective"] => ("Objective", null),
        ["stop", "trials"] => ("Trials", null),
        ["stop", "timeLimitSeconds"] => ("Time limit", "none"),
        ["stop", "targetError"] => ("Target error", "none"),
        ["maxEpochs"] => ("Epochs per trial", null),
        ["workers"] => ("Workers", null),
        ["seed"] => ("Seed", null),
        ["trialTimeoutSeconds"] => ("Trial time limit", "none"),
        ["searcher"] => ("Searcher", null),
        ["scheduler"] => ("Scheduler", null),
        [var role, "parameters", var name] => (Label(role, name, after, catalog), "automatic"),
        ["warmStart"] => ("Learns from", "nothing"),
        ["space"] => ("Order of the hyperparameters", null),
        ["space", ..] => (path["space.".Length..], null),
        ["initialConfigurations"] => ("Tried first", null),
        ["initialConfigurations", var number, var name] => (number == "0" ? $"Initial {name}" : $"Initial {name} (configuration {int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) + 1})", null),
        _ => (path, null),
    };

    private static string Label(string role, string name, StudyDefinition after, StudyCatalog catalog) => Entry(role, after, catalog) is { } entry
        ? $"{entry.Name}: {entry.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Label.ToLowerInvariant() ?? name}"
        : name;

    private static CatalogEntry? Entry(string role, StudyDefinition definition, StudyCatalog catalog) => role switch
    {
        "objective" => catalog.Objectives.Find(definition.Objective.Type),
        "searcher" => catalog.Searchers.Find(definition.Searcher.Type),
        _ => catalog.Schedulers.Find(definition.Scheduler.Type),
    };

    private static string? Word(object? value, string path, StudyCatalog catalog) => value switch
    {
        null => null,
        string text => text,
        long seed => Format.Plain(seed),
        int count => Format.Count(count),
        double seconds when path.EndsWith("Seconds", StringComparison.Ordinal) => DurationText.Words(seconds),
        double number => Format.Real(number),
        ParameterValue parameter => ComponentText.Word(parameter),
        Domain domain => DomainText.Describe(domain),
        WarmStart warm => WarmStartText.Describe(warm),
        ComponentDefinition component => ComponentText.Describe(Find(path, component.Type, catalog), component),
        ImmutableArray<string> names => string.Join(", ", names),
        ICollection configurations => configurations.Count == 0 ? "no configuration" : Format.Count(configurations.Count, "configuration"),
        _ => value.ToString(),
    };

    private static CatalogEntry? Find(string role, string type, StudyCatalog catalog) => role switch
    {
        "objective" => catalog.Objectives.Find(type),
        "searcher" => catalog.Searchers.Find(type),
        _ => catalog.Schedulers.Find(type),
    };
}
