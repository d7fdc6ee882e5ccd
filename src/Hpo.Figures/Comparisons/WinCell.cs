using Hpo.Comparisons.Figures;

namespace Hpo.Figures.Comparisons;

/// <summary>The method of a row against that of a column.</summary>
/// <param name="Score">In how many repetitions it ended lower, level and higher.</param>
/// <param name="Verdict">What can be concluded, in a word or two, as seen from the row.</param>
/// <param name="Words">The same as a sentence.</param>
public sealed record WinCell(string Score, string Verdict, string Words)
{
    internal static WinCell Of(PairVerdict pair, int row)
    {
        var isFirst = pair.First == row;
        var (won, lost) = isFirst ? (pair.Wins, pair.Losses) : (pair.Losses, pair.Wins);
        return new($"{won} lower, {pair.Ties} level, {lost} higher", Judge(pair.Conclusion, isFirst), pair.Words);
    }

    private static string Judge(Conclusion conclusion, bool isFirst) => conclusion switch
    {
        Conclusion.NoPairs => "no pairs",
        Conclusion.TooFewPairs => "too few",
        Conclusion.NoDifference => "no difference",
        _ => conclusion == Conclusion.FirstIsLower == isFirst ? "lower" : "higher",
    };
}
