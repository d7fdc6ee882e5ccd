using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Statistics;

namespace Hpo.Comparisons.Figures;

/// <summary>
/// Every pair of methods compared over the repetitions that both have finished (Wilcoxon's signed-rank test, Holm's correction over all pairs; Demšar,
/// "Statistical comparisons of classifiers over multiple data sets", 2006), with a conclusion in words. A method without an error loses to one that has one.
/// Of several objectives, the pairs of all are put together, each difference divided by the interquartile range of the two methods' errors on its objective:
/// the conclusion is about these objectives, not about others.
/// </summary>
/// <param name="Axis">The axis of <paramref name="At"/>.</param>
/// <param name="At">The cost at which the errors are compared; null for the end of each repetition.</param>
/// <param name="Pairs">One for each pair of methods.</param>
public sealed record WinMatrix(CostAxis Axis, double? At, IReadOnlyList<PairVerdict> Pairs)
{
    /// <summary>Compares the errors at the end of the budget.</summary>
    /// <param name="results">The repetitions that have ended, of one objective or of several.</param>
    /// <param name="methods">The methods' names.</param>
    /// <param name="planned">How many repetitions of each method there will be; null when these are all.</param>
    public static WinMatrix Create(IReadOnlyList<RepetitionResult> results, IReadOnlyList<string> methods, int? planned = null) =>
        Create(results, methods, planned, CostAxis.Time, null);

    /// <summary>Compares the errors when so much had been spent.</summary>
    /// <param name="results">The repetitions that have ended, of one objective or of several.</param>
    /// <param name="methods">The methods' names.</param>
    /// <param name="axis">What is counted.</param>
    /// <param name="at">How much of it.</param>
    public static WinMatrix CreateAt(IReadOnlyList<RepetitionResult> results, IReadOnlyList<string> methods, CostAxis axis, double at) =>
        Create(results, methods, null, axis, at);

    /// <summary>The verdict on two methods, whichever is named first.</summary>
    public PairVerdict Of(int method, int other) =>
        Pairs.First(pair => pair.First == Math.Min(method, other) && pair.Second == Math.Max(method, other));

    private static WinMatrix Create(IReadOnlyList<RepetitionResult> results, IReadOnlyList<string> methods, int? planned, CostAxis axis, double? at)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var pairs = Read(results, methods, planned, axis, at);
        if (!results.Any(result => result.Outcome == RepetitionOutcome.Failed))
            return new WinMatrix(axis, at, pairs);
        // the other honest reading: a method that fails has not found anything
        var others = Read([.. results.Select(AsWorst)], methods, planned, axis, at);
        return new WinMatrix(axis, at, [.. pairs.Zip(others, (pair, other) => pair.Failed == 0 ? pair : pair with { Words = $"{pair.Words} {ConclusionWords.AsWorst(other.Words)}" })]);
    }

    private static List<PairVerdict> Read(IReadOnlyList<RepetitionResult> results, IReadOnlyList<string> methods, int? planned, CostAxis axis, double? at)
    {
        List<(int First, int Second)> places =
            [.. from first in Enumerable.Range(0, methods.Count)
                from second in Enumerable.Range(first + 1, methods.Count - first - 1)
                select (first, second)];
        var pairs = places.ConvertAll(place => PairedDifferences.Create(results, place.First, place.Second, axis, at));
        var pValues = pairs.ConvertAll(pair => pair.Test.PValue);
        var adjusted = Holm.Adjust(pValues);
        var words = new ConclusionWords(pairs.Count, axis, at, planned);
        var needed = ConclusionRules.PairsNeeded(pairs.Count);
        var verdicts = new List<PairVerdict>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var (pair, (first, second)) = (pairs[i], places[i]);
            var smallest = ConclusionRules.SmallestAdjusted(pValues, i, pair.Test.Differences);
            var conclusion = ConclusionRules.Conclude(pair, adjusted[i], smallest);
            verdicts.Add(new PairVerdict(
                first, second, pair.Wins, pair.Ties, pair.Losses, pair.Failed, pValues[i], adjusted[i], conclusion,
                conclusion is Conclusion.NoPairs or Conclusion.TooFewPairs && pair.Pairs < needed ? needed : null,
                words.Say(pair, methods[first], methods[second], conclusion, adjusted[i], smallest)));
        }

        return verdicts;
    }

    private static RepetitionResult AsWorst(RepetitionResult result) =>
        result.Outcome == RepetitionOutcome.Failed ? result with { Steps = [], Outcome = RepetitionOutcome.Completed } : result;
}
