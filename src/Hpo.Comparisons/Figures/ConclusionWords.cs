using System.Globalization;
using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Figures;

/// <summary>Says a conclusion in a sentence that needs no statistics to be understood.</summary>
/// <param name="Comparisons">How many pairs of methods are tested at once.</param>
/// <param name="Axis">The axis of <paramref name="At"/>.</param>
/// <param name="At">The cost at which the errors are compared; null for the end.</param>
/// <param name="Planned">How many repetitions of each method there will be; null when no more come.</param>
internal sealed record ConclusionWords(int Comparisons, CostAxis Axis, double? At, int? Planned = null)
{
    /// <param name="pair">The pair.</param>
    /// <param name="first">The first method's name.</param>
    /// <param name="second">The second method's name.</param>
    /// <param name="conclusion">What is to be said.</param>
    /// <param name="adjusted">The p-value after Holm's correction.</param>
    /// <param name="smallest">The smallest it could be.</param>
    public string Say(PairedDifferences pair, string first, string second, Conclusion conclusion, double adjusted, double smallest)
    {
        var sentence = conclusion switch
        {
            Conclusion.NoPairs => $"{first} and {second} have no finished repetition in common yet.",
            Conclusion.TooFewPairs => TooFew(pair, first, second, smallest),
            Conclusion.FirstIsLower => Lower(first, second, pair.Wins, pair.Losses, pair, adjusted),
            Conclusion.SecondIsLower => Lower(second, first, pair.Losses, pair.Wins, pair, adjusted),
            _ => NoDifference(pair, first, second, adjusted),
        };
        return sentence + Interim(pair, conclusion) + Failures(pair, first, second);
    }

    /// <summary>The same conclusion read the other way.</summary>
    public static string AsWorst(string words) => $"Counted as the worst result instead: {words}";

    /// <summary>A p-value with three or four decimals, and with more where it would be rounded to the level itself.</summary>
    public static string P(double p)
    {
        if (p < 0.0001)
            return "p < 0.0001";
        var decimals = p < 0.001 ? 4 : 3;
        while (p != ConclusionRules.Level && Math.Round(p, decimals) == ConclusionRules.Level && decimals < 15)
            decimals++;
        return "p = " + Math.Round(p, decimals).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>While repetitions come in, a test that is looked at again and again is right less often than it says (Armitage, McPherson, Rowe 1969).</summary>
    private string Interim(PairedDifferences pair, Conclusion conclusion)
    {
        var there = pair.Pairs + pair.Failed;
        if (Planned is not { } planned || there >= planned || conclusion == Conclusion.NoPairs)
            return "";
        var words = $" This is an interim look, at {there} of {planned} repetitions";
        return conclusion is Conclusion.FirstIsLower or Conclusion.SecondIsLower
            ? words + ": whoever looks again and again finds differences by luck more often. What counts is the end."
            : words + ".";
    }

    private static string Failures(PairedDifferences pair, string first, string second)
    {
        if (pair.Failed == 0)
            return "";
        var left = pair.Failed == 1 ? "One repetition is left out" : $"{pair.Failed} repetitions are left out";
        string[] who = [.. new[] { Of(first, pair.FailedFirst), Of(second, pair.FailedSecond) }.OfType<string>()];
        return $" {left}: {string.Join(" and ", who)}.";

        static string? Of(string method, int times) => times switch
        {
            0 => null,
            1 => $"{method} failed once",
            _ => $"{method} failed {times} times",
        };
    }

    private string Lower(string better, string worse, int wins, int losses, PairedDifferences pair, double adjusted)
    {
        var ties = pair.Ties == 0 ? "" : $" and ties in {pair.Ties}";
        var sizes = wins > losses ? "" : ", and by more than it is higher in others";
        return $"{better} {EndsLower} {worse}{After} in {wins} of {Repetitions(pair)}{ties}{sizes}; that is unlikely to be luck ({Corrected(adjusted)}).";
    }

    private string NoDifference(PairedDifferences pair, string first, string second, double adjusted)
    {
        if (pair.Ties == pair.Pairs)
            return $"{first} and {second} {(At is null ? "end with" : "have")} the same error{After} in {(pair.Pairs == 1 ? "the one repetition" : $"all {Repetitions(pair)}")}.";
        var ties = pair.Ties switch { 0 => "", 1 => ", and 1 is a tie", _ => $", and {pair.Ties} are ties" };
        return $"No difference can be told from {Repetitions(pair)}: {first} {(At is null ? "ends" : "is")} lower{After} in {pair.Wins}, {second} in {pair.Losses}{ties} "
            + $"({Corrected(adjusted)}). That does not show that they are equal.";
    }

    private string TooFew(PairedDifferences pair, string first, string second, double smallest)
    {
        var differences = pair.Test.Differences;
        var pairs = differences == 1 ? "1 pair" : $"{differences} pairs";
        var luck = $"even a win in {(differences == 1 ? "it" : "all of them")} could be luck ({Corrected(smallest)})";
        return pair.Ties == 0
            ? $"There are too few repetitions to tell {first} and {second} apart{After}: with {pairs} {luck}. At least {ConclusionRules.PairsNeeded(Comparisons)} are needed."
            : $"Too few repetitions tell {first} and {second} apart{After}: they tie in {pair.Ties} of {Repetitions(pair)}, and with the {pairs} that differ {luck}.";
    }

    private string EndsLower => At is null ? "ends lower than" : "is lower than";

    private string After => At is not { } cost ? "" : string.Create(CultureInfo.InvariantCulture, $" after {cost:0.###} {Unit}{(cost == 1 ? "" : "s")}");

    private string Unit => Axis switch { CostAxis.Time => "second", CostAxis.Trials => "trial", _ => "epoch" };

    private string Corrected(double p) => Comparisons == 1 ? P(p) : $"{P(p)} after Holm's correction for {Comparisons} comparisons";

    private static string Repetitions(PairedDifferences pair)
    {
        var repetitions = pair.Pairs == 1 ? "1 repetition" : $"{pair.Pairs} repetitions";
        return pair.Objectives > 1 ? $"{repetitions} on {pair.Objectives} objectives" : repetitions;
    }
}
