using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Figures.Comparisons;

namespace Hpo.Figures.Tests.Comparisons;

public sealed class WinTableTests
{
    private static PairVerdict Pair(int first, int second, Conclusion conclusion, int wins = 1, int losses = 0, int? needed = null) =>
        new(first, second, wins, 2, losses, 0, 0.5, 0.5, conclusion, needed, $"{first} against {second}.");

    private static WinTable Table(int methods, params PairVerdict[] pairs) =>
        WinTable.Describe([.. Enumerable.Range(0, methods).Select(method => $"{(char)('A' + method)}")], new WinMatrix(CostAxis.Time, null, pairs));

    [Fact]
    public void A_pair_is_read_from_both_sides()
    {
        var table = Table(2, Pair(0, 1, Conclusion.FirstIsLower, wins: 5, losses: 1));

        Assert.Equal(new WinCell("5 lower, 2 level, 1 higher", "lower", "0 against 1."), table.Rows[0][1]);
        Assert.Equal(new WinCell("1 lower, 2 level, 5 higher", "higher", "0 against 1."), table.Rows[1][0]);
        Assert.Null(table.Rows[0][0]);
        Assert.Equal(["0 against 1."], table.Conclusions);
    }

    [Theory]
    [InlineData(Conclusion.NoPairs, "no pairs", "no pairs")]
    [InlineData(Conclusion.TooFewPairs, "too few", "too few")]
    [InlineData(Conclusion.NoDifference, "no difference", "no difference")]
    [InlineData(Conclusion.SecondIsLower, "higher", "lower")]
    public void Every_conclusion_has_its_words(Conclusion conclusion, string first, string second)
    {
        var table = Table(2, Pair(0, 1, conclusion));

        Assert.Equal((first, second), (table.Rows[0][1]?.Verdict, table.Rows[1][0]?.Verdict));
    }

    [Fact]
    public void Of_many_pairs_it_says_what_is_settled_who_beats_most_first_and_how_many_are_not()
    {
        var table = Table(
            4,
            Pair(0, 1, Conclusion.SecondIsLower), Pair(0, 2, Conclusion.SecondIsLower), Pair(0, 3, Conclusion.NoDifference),
            Pair(1, 2, Conclusion.SecondIsLower), Pair(1, 3, Conclusion.TooFewPairs, needed: 8), Pair(2, 3, Conclusion.NoPairs, needed: 9));

        Assert.Equal(
            [
                "C ends lower than A and B; that is unlikely to be luck.", "B ends lower than A; that is unlikely to be luck.",
                "In 1 of 6 pairs no difference can be told. That does not show that they are equal.",
                "In 2 of 6 pairs there are too few repetitions to tell anything. At least 9 are needed.",
            ],
            table.Conclusions);
    }

    [Fact]
    public void One_method_has_nothing_to_be_compared_with()
    {
        var table = Table(1);

        Assert.Equal(["There is one method only: nothing to compare it with."], table.Conclusions);
        Assert.Empty(table.Rows);
    }
}
