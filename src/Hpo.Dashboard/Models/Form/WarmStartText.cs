using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Says in words what a warm start comes to.</summary>
public static class WarmStartText
{
    /// <summary>What is learned, what is left out and why, a sentence each.</summary>
    public static IEnumerable<string> Of(WarmStartDraft draft, WarmStartSelection selection, SearcherEntry searcher)
    {
        if (selection.Trials.Length > 0)
        {
            yield return selection.Trials.Length < selection.Fitting
                ? $"The searcher begins with the best {Format.Count(selection.Trials.Length)} of {Format.Count(selection.Fitting, "trial")}."
                : $"The searcher begins with {Format.Count(selection.Trials.Length, "trial")}.";
            if (!searcher.Learns)
                yield return $"{searcher.Name} does not learn from trials, so that they make no difference to it.";
        }

        if (selection.Unfit > 0)
            yield return $"{Format.Count(selection.Unfit, "trial")} {(selection.Unfit == 1 ? "does" : "do")} not fit this space and {(selection.Unfit == 1 ? "is" : "are")} left out.";
        if (!selection.Filled.IsEmpty)
            yield return $"What the earlier trials did not have gets its initial value: {Names(selection.Filled)}.";
        if (!selection.LeftOut.IsEmpty)
            yield return $"What this space does not have is forgotten: {Names(selection.LeftOut)}.";
    }

    /// <summary>What to beware of: errors of another objective; null for nothing.</summary>
    public static string? Warning(WarmStartDraft draft, ObjectiveEntry objective, StudyCatalog catalog)
    {
        var others = draft.Sources.Where(source => source.Objective is { } other && other != objective.Type).ToList();
        return others.Count == 0 ? null
            : $"{string.Join(" and ", others.Select(source => $"“{source.Name}” minimised {catalog.Objectives.Find(source.Objective!)?.Name ?? source.Objective}"))}, "
            + $"not {objective.Name}: such errors may mislead the search.";
    }

    /// <summary>For a definition: "40 trials of LeNet and Valley".</summary>
    public static string Describe(WarmStart warm) => warm.Studies.IsDefaultOrEmpty
        ? Format.Count(warm.Trials.Length, "earlier trial")
        : $"{Format.Count(warm.Trials.Length, "trial")} of {Names(warm.Studies.Select(study => study.Name))}";

    private static string Names(IEnumerable<string> names) => names.ToList() switch
    {
        [var only] => only,
        var several => $"{string.Join(", ", several.SkipLast(1))} and {several[^1]}",
    };
}
