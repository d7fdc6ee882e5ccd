using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>Says in words what a comparison will do, and how large it is.</summary>
public static class ComparisonSummaryText
{
    /// <summary>Such as "50 repetitions × 2 methods × 1 objective = 100 runs of up to 50 trials each, in simulated time."</summary>
    public static string Of(ComparisonDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        var size = $"{Size(definition)} = {Format.Count(definition.TotalResults, "run")}";
        return definition.Kind == ComparisonKind.Race
            ? $"{size}, each {Budget(definition.Budget)}. In real time, the methods of a repetition at once."
            : $"{size}, each {Budget(definition.Budget)}. In simulated time.";
    }

    /// <summary>Such as "50 repetitions × 2 methods × 1 objective".</summary>
    public static string Size(ComparisonDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return $"{Format.Count(definition.Repetitions, "repetition")} × {Format.Count(definition.Methods.Length, "method")} × {Format.Count(definition.Objectives.Length, "objective")}";
    }

    /// <summary>Such as "up to 50 trials or 10 minutes".</summary>
    public static string Budget(ComparisonBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var limits = new List<string>();
        if (budget.Trials is { } trials)
            limits.Add(Format.Count(trials, "trial"));
        if (budget.Epochs is { } epochs)
            limits.Add(Format.Count(epochs, "epoch"));
        if (budget.Seconds is { } seconds)
            limits.Add(DurationText.Words(seconds));
        return $"up to {string.Join(" or ", limits)}";
    }
}
