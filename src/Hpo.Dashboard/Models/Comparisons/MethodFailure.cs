using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;

namespace Hpo.Dashboard.Models.Comparisons;

/// <summary>Runs of a method that failed: its searcher or its scheduler did, and no figure has them.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Runs">How many of its runs failed.</param>
/// <param name="Problem">What went wrong in the first of them, in words.</param>
public sealed record MethodFailure(string Method, int Runs, string Problem)
{
    /// <summary>Such as "Random search: 3 runs failed. The space has no configurations left."</summary>
    public string InWords => $"{Method}: {Format.Count(Runs, "run")} failed. {Problem}";

    /// <summary>The failures there are, in the order of the methods.</summary>
    public static IReadOnlyList<MethodFailure> Of(ComparisonDefinition definition, IEnumerable<RepetitionResult> results)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return
        [
            .. results.Where(result => result.Outcome == RepetitionOutcome.Failed)
                .GroupBy(result => result.Method)
                .OrderBy(group => group.Key)
                .Select(group => new MethodFailure(definition.Methods[group.Key].Name, group.Count(), group.First().Problem ?? "")),
        ];
    }
}
