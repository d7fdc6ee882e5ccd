using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Exports;

/// <summary>The order in which results are written: it does not depend on which arrived first.</summary>
internal static class ResultOrder
{
    public static IEnumerable<RepetitionResult> Of(IEnumerable<RepetitionResult> results) =>
        results.OrderBy(result => (result.Objective, result.Method, result.Repetition));
}
