using System.Globalization;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons;

/// <summary>Something about what a comparison was asked to do, in words.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What it is.</param>
public sealed record ComparisonFact(string Name, string Text)
{
    /// <summary>The facts about a comparison, methods aside.</summary>
    public static IEnumerable<ComparisonFact> Of(ComparisonSnapshot comparison, StudyCatalog catalog, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(catalog);
        var definition = comparison.Definition;
        yield return new("Objectives", string.Join(", ", definition.Objectives.Select(type => catalog.Objectives.Find(type)?.Name ?? type)));
        yield return new("Runs", $"{ComparisonSummaryText.Size(definition)} = {Format.Count(definition.TotalResults)}");
        yield return new("A run ends", End(definition.Budget));
        yield return new("Time", definition.Kind == ComparisonKind.Race ? "the clock’s: a race" : "simulated");
        yield return new("Workers", Format.Plain(definition.Workers));
        if (definition.MaxEpochs is { } epochs)
            yield return new("Epochs per trial", Format.Plain(epochs));
        if (definition.Kind == ComparisonKind.Simulated)
            yield return new("A decision takes", Decision(definition.DecisionTime));
        yield return new("First tried", definition.FirstConfiguration == FirstConfiguration.Default
            ? "the objective’s usual configuration"
            : "a configuration drawn anew for each repetition, the same for all methods");
        yield return new("Seed", $"{Format.Plain(definition.Seed)}; repetition r of every method has a seed made from it and r");
        yield return new("Started", TimeZoneInfo.ConvertTime(comparison.StartedAt, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture));
        yield return new("Program", $"version {comparison.Program}, {comparison.Runtime}");
    }

    private static string End(ComparisonBudget budget)
    {
        var isOne = new object?[] { budget.Trials, budget.Epochs, budget.Seconds }.Count(limit => limit is not null) == 1;
        return $"after {ComparisonSummaryText.Budget(budget)["up to ".Length..]}{(isOne ? "" : ", whichever comes first")}";
    }

    private static string Decision(DecisionTimeDefinition time) => time.Kind switch
    {
        DecisionTimeKind.None => "no time",
        DecisionTimeKind.Fixed => $"{Format.Real(time.Seconds ?? 0)} s",
        _ => "what it took on the machine that ran it",
    };
}
