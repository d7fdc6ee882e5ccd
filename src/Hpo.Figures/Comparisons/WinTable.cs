using Hpo.Comparisons.Figures;

namespace Hpo.Figures.Comparisons;

/// <summary>Who wins against whom, in words: what can be concluded, and a table with a row and a column for each method.</summary>
/// <param name="Conclusions">What to say first.</param>
/// <param name="Rows">A row for each method, with a cell for each; null for a method against itself. Empty when there is nothing to compare.</param>
public sealed record WinTable(IReadOnlyList<string> Conclusions, IReadOnlyList<IReadOnlyList<WinCell?>> Rows)
{
    /// <summary>With so few pairs all is said of each.</summary>
    private const int MostPairsInFull = 3;

    /// <summary>Puts a matrix in words.</summary>
    /// <param name="methods">The methods' names.</param>
    /// <param name="wins">The matrix.</param>
    public static WinTable Describe(IReadOnlyList<string> methods, WinMatrix wins)
    {
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentNullException.ThrowIfNull(wins);
        if (methods.Count < 2)
            return new(["There is one method only: nothing to compare it with."], []);
        var places = Enumerable.Range(0, methods.Count).ToList();
        return new(
            [.. wins.Pairs.Count <= MostPairsInFull ? wins.Pairs.Select(pair => pair.Words) : InShort(methods, wins)],
            [.. places.Select(row => places.Select(column => row == column ? null : WinCell.Of(wins.Of(row, column), row)).ToList())]);
    }

    /// <summary>Of many pairs what is settled, and how many are not.</summary>
    private static IEnumerable<string> InShort(IReadOnlyList<string> methods, WinMatrix wins)
    {
        var settled = wins.Pairs.Where(pair => pair.Conclusion is Conclusion.FirstIsLower or Conclusion.SecondIsLower).ToList();
        var beaten = settled.ToLookup(Lower, pair => methods[Lower(pair) == pair.First ? pair.Second : pair.First]);
        foreach (var (name, below) in methods.Select((name, method) => (name, below: beaten[method].ToList())).Where(it => it.below.Count > 0).OrderByDescending(it => it.below.Count))
            yield return $"{name} ends lower than {List(below)}; that is unlikely to be luck.";

        var few = wins.Pairs.Count(pair => pair.Conclusion is Conclusion.TooFewPairs or Conclusion.NoPairs);
        var open = wins.Pairs.Count - settled.Count - few;
        if (open > 0)
            yield return $"In {open} of {wins.Pairs.Count} pairs no difference can be told. That does not show that they are equal.";
        if (few == 0)
            yield break;
        var needed = wins.Pairs.Max(pair => pair.PairsNeeded ?? 0);
        yield return $"In {few} of {wins.Pairs.Count} pairs there are too few repetitions to tell anything.{(needed > 0 ? $" At least {needed} are needed." : "")}";
    }

    private static int Lower(PairVerdict pair) => pair.Conclusion == Conclusion.FirstIsLower ? pair.First : pair.Second;

    private static string List(List<string> names) => names.Count < 2 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
