using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Schedulers;

namespace Hpo.Studies.Catalog;

/// <summary>The words in which schedulers say what they are going to do.</summary>
internal static class PlanWords
{
    private static readonly ImmutableArray<string> Shares =
        ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Such as "rungs at 1, 3 and 9 epochs".</summary>
    public static string Rungs(Bracket bracket) => $"rungs at {List(bracket.Rungs)} epochs";

    /// <summary>How often: "after every epoch", "after every 3 epochs".</summary>
    public static string Every(int epochs) => epochs == 1 ? "after every epoch" : $"after every {Count(epochs, "epoch")}";

    /// <summary>With a capital letter, for the start of a sentence.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>One of so many: "third" for 3, "one in 12" for 12.</summary>
    public static string Share(int factor) => factor - 2 < Shares.Length ? Shares[factor - 2] : $"one in {Show(factor)}";

    /// <summary>Numbers as one reads them out: "1, 3 and 9".</summary>
    public static string List(IReadOnlyList<int> numbers)
    {
        var words = numbers.Select(Show).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    /// <summary>A number of things: "1 epoch", "10 epochs".</summary>
    public static string Count(int count, string what) => $"{Show(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>A share: "25 %".</summary>
    public static string Percent(double share) => $"{(100 * share).ToString("0.#", CultureInfo.InvariantCulture)} %";

    /// <summary>A whole number.</summary>
    public static string Show(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
