using System.Text.Json;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Statistics;
using Hpo.Comparisons.Tests.Curves;

namespace Hpo.Comparisons.Tests.Figures;

public class WinMatrixTests
{
    private static readonly string[] Two = ["Bayesian optimisation", "random search"];
    private static readonly string[] Three = ["Bayesian optimisation", "random search", "ASHA"];

    /// <summary>Two methods of which the first is below the second by these differences.</summary>
    private static List<RepetitionResult> Pairs(params double[] below) =>
        [.. below.SelectMany((difference, repetition) => new[] { Repetitions.Flat(0, repetition, 0.5 - difference), Repetitions.Flat(1, repetition, 0.5) })];

    private static PairVerdict Verdict(List<RepetitionResult> results) => Assert.Single(WinMatrix.Create(results, Two).Pairs);

    [Fact]
    public void A_clear_win_is_said_to_be_unlikely_to_be_luck()
    {
        var verdict = Verdict(Pairs(0.1, 0.2, 0.3, 0.15, 0.25, 0.12, 0.18, 0.22, -0.01, 0.05));
        Assert.Equal((9, 0, 1), (verdict.Wins, verdict.Ties, verdict.Losses));
        Assert.Equal(Conclusion.FirstIsLower, verdict.Conclusion);
        // only the smallest difference is against it: two of 2¹⁰ patterns to either side are as far out
        Assert.Equal(4 / 1024.0, verdict.PValue, 1e-12);
        Assert.Equal("Bayesian optimisation ends lower than random search in 9 of 10 repetitions; that is unlikely to be luck (p = 0.004).", verdict.Words);
    }

    [Fact]
    public void The_winner_is_named_first_whichever_it_is()
    {
        var verdict = Verdict(Pairs(-1, -2, -3, -4, -5, -6, -7, 0));
        Assert.Equal(Conclusion.SecondIsLower, verdict.Conclusion);
        Assert.Equal(
            "random search ends lower than Bayesian optimisation in 7 of 8 repetitions and ties in 1; that is unlikely to be luck (p = 0.016).", verdict.Words);
    }

    [Fact]
    public void A_method_that_wins_seldom_but_by_much_is_said_to()
    {
        double[] below = [.. Enumerable.Repeat(-0.01, 15), .. Enumerable.Range(1, 15).Select(i => 0.02 + 0.01 * i)];
        var verdict = Verdict(Pairs(below));
        Assert.Equal((15, 15), (verdict.Wins, verdict.Losses));
        Assert.StartsWith(
            "Bayesian optimisation ends lower than random search in 15 of 30 repetitions, and by more than it is higher in others; that is unlikely", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void No_difference_is_not_called_equality()
    {
        var verdict = Verdict(Pairs(0.1, -0.2, 0.3, -0.15, 0.25, -0.12, 0.18, -0.22, 0.01, 0));
        Assert.Equal(Conclusion.NoDifference, verdict.Conclusion);
        Assert.Equal(
            "No difference can be told from 10 repetitions: Bayesian optimisation ends lower in 5, random search in 4, and 1 is a tie "
            + $"({ConclusionWords.P(verdict.PValue)}). That does not show that they are equal.",
            verdict.Words);
    }

    [Fact]
    public void Four_pairs_are_too_few_for_two_methods_and_six_are_needed()
    {
        var verdict = Verdict(Pairs(1, 2, 3, 4));
        Assert.Equal(Conclusion.TooFewPairs, verdict.Conclusion);
        Assert.Equal(6, verdict.PairsNeeded);
        Assert.Equal(
            "There are too few repetitions to tell Bayesian optimisation and random search apart: with 4 pairs even a win in all of them could be luck (p = 0.125). "
            + "At least 6 are needed.",
            verdict.Words);
        Assert.Equal(Conclusion.TooFewPairs, Verdict(Pairs(1, 2, 3, 4, 5)).Conclusion);
        Assert.Equal(Conclusion.FirstIsLower, Verdict(Pairs(1, 2, 3, 4, 5, 6)).Conclusion);
        Assert.Null(Verdict(Pairs(1, 2, 3, 4, 5, 6)).PairsNeeded);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(3, 7)]
    [InlineData(6, 8)]
    [InlineData(10, 9)]
    public void More_methods_need_more_repetitions(int comparisons, int needed) => Assert.Equal(needed, ConclusionRules.PairsNeeded(comparisons));

    [Fact]
    public void Pairs_that_tie_do_not_help_to_tell()
    {
        var verdict = Verdict(Pairs(1, 2, 3, 0, 0, 0, 0, 0, 0, 0));
        Assert.Equal(Conclusion.TooFewPairs, verdict.Conclusion);
        Assert.Null(verdict.PairsNeeded);
        Assert.Equal(
            "Too few repetitions tell Bayesian optimisation and random search apart: they tie in 7 of 10 repetitions, and with the 3 pairs that differ "
            + "even a win in all of them could be luck (p = 0.25).",
            verdict.Words);
    }

    [Fact]
    public void The_same_error_everywhere_is_said_plainly()
    {
        var verdict = Verdict(Pairs(0, 0, 0));
        Assert.Equal((1, 1, Conclusion.NoDifference), (verdict.PValue, verdict.AdjustedPValue, verdict.Conclusion));
        Assert.Equal("Bayesian optimisation and random search end with the same error in all 3 repetitions.", verdict.Words);
    }

    [Fact]
    public void Before_the_first_pair_nothing_is_concluded()
    {
        var verdict = Verdict([Repetitions.Flat(0, 0, 0.1), Repetitions.Flat(1, 1, 0.2)]);
        Assert.Equal(Conclusion.NoPairs, verdict.Conclusion);
        Assert.Equal("Bayesian optimisation and random search have no finished repetition in common yet.", verdict.Words);
    }

    [Fact]
    public void Three_methods_are_three_comparisons_corrected_for_each_other()
    {
        var results = Repetitions.RandomMethods(3, 20, 30);
        var matrix = WinMatrix.Create(results, Three);
        Assert.Equal([(0, 1), (0, 2), (1, 2)], matrix.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(Holm.Adjust([.. matrix.Pairs.Select(pair => pair.PValue)]), matrix.Pairs.Select(pair => pair.AdjustedPValue));
        Assert.All(matrix.Pairs, pair => Assert.Contains("after Holm's correction for 3 comparisons", pair.Words, StringComparison.Ordinal));
        Assert.Same(matrix.Pairs[1], matrix.Of(2, 0));
        double[] differences = [.. Enumerable.Range(0, 20).Select(i => results[i].Steps[^1].Error - results[40 + i].Steps[^1].Error)];
        Assert.Equal(WilcoxonSignedRank.Test(differences).PValue, matrix.Of(0, 2).PValue);
    }

    [Fact]
    public void A_pair_of_methods_does_not_wait_for_a_third()
    {
        var matrix = WinMatrix.Create(Pairs(1, 2, 3, 4, 5, 6, 7), Three);
        Assert.Equal(7, matrix.Of(0, 1).Pairs);
        Assert.Equal(0, matrix.Of(0, 2).Pairs);
        Assert.Equal(Conclusion.FirstIsLower, matrix.Of(0, 1).Conclusion);
    }

    [Fact]
    public void A_method_without_an_error_loses_and_without_any_error_it_is_a_tie()
    {
        var verdict = Verdict([Repetitions.Of(0, 0, 9), Repetitions.Flat(1, 0, 0.9), Repetitions.Of(0, 1, 9), Repetitions.Of(1, 1, 9)]);
        Assert.Equal((0, 1, 1), (verdict.Wins, verdict.Ties, verdict.Losses));
    }

    [Fact]
    public void Until_the_planned_number_is_there_it_is_an_interim_look()
    {
        var clear = Pairs(1, 2, 3, 4, 5, 6, 7);
        Assert.EndsWith(
            "that is unlikely to be luck (p = 0.016). This is an interim look, at 7 of 20 repetitions: whoever looks again and again finds differences by luck more often. "
            + "What counts is the end.",
            Assert.Single(WinMatrix.Create(clear, Two, planned: 20).Pairs).Words, StringComparison.Ordinal);
        Assert.EndsWith("(p = 0.016).", Assert.Single(WinMatrix.Create(clear, Two, planned: 7).Pairs).Words, StringComparison.Ordinal);
        Assert.EndsWith("This is an interim look, at 4 of 20 repetitions.", Assert.Single(WinMatrix.Create(Pairs(1, 2, 3, 4), Two, planned: 20).Pairs).Words, StringComparison.Ordinal);
        clear[0] = Repetitions.Failed(clear[0]);
        Assert.DoesNotContain("interim", Assert.Single(WinMatrix.Create(clear, Two, planned: 7).Pairs).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Which_methods_failed_and_how_often_is_said_beside_the_conclusion_and_the_other_reading_too()
    {
        var results = Pairs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        foreach (var failed in new[] { 0, 2, 4, 7 })
            results[failed] = Repetitions.Failed(results[failed]);
        var verdict = Verdict(results);

        Assert.Equal((Conclusion.FirstIsLower, 6, 4), (verdict.Conclusion, verdict.Pairs, verdict.Failed));
        Assert.Contains("4 repetitions are left out: Bayesian optimisation failed 3 times and random search failed once.", verdict.Words, StringComparison.Ordinal);
        Assert.Contains("Counted as the worst result instead: No difference can be told from 10 repetitions", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_repetition_is_left_out_and_mentioned()
    {
        var results = Pairs(1, 2, 3, 4, 5, 6, 7);
        results[0] = Repetitions.Failed(results[0]);
        var verdict = Verdict(results);
        Assert.Equal((6, 1), (verdict.Pairs, verdict.Failed));
        Assert.Contains("(p = 0.031). One repetition is left out: Bayesian optimisation failed once. Counted as the worst result instead: ", verdict.Words, StringComparison.Ordinal);
        // it loses that one by more than it wins any other
        Assert.Contains("result instead: No difference can be told from 7 repetitions", verdict.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_can_be_compared_part_of_the_way()
    {
        // the first is ahead until trial 5, where the second overtakes it
        var results = Enumerable.Range(0, 8).SelectMany(repetition => new[]
        {
            Repetitions.Flat(0, repetition, 0.5), Repetitions.Of(1, repetition, 10, (1, 0.9), (5, 0.1 + 0.01 * repetition)),
        }).ToList();
        var early = WinMatrix.CreateAt(results, Two, CostAxis.Trials, 4).Pairs[0];
        Assert.Equal("Bayesian optimisation is lower than random search after 4 trials in 8 of 8 repetitions; that is unlikely to be luck (p = 0.008).", early.Words);
        Assert.Equal(Conclusion.SecondIsLower, WinMatrix.CreateAt(results, Two, CostAxis.Time, 10).Pairs[0].Conclusion);
    }

    [Fact]
    public void Pairs_of_several_objectives_are_put_together_whatever_their_scales()
    {
        var small = Pairs(0.01, 0.02, 0.03, 0.04, -0.05);
        var large = small.Select(result => result with { Objective = 1, Steps = [.. result.Steps.Select(step => step with { Error = 1e6 * step.Error })] });
        var verdict = Verdict([.. small, .. large]);
        var twice = WilcoxonSignedRank.Test([-0.01, -0.02, -0.03, -0.04, 0.05, -0.01, -0.02, -0.03, -0.04, 0.05]);
        Assert.Equal(10, verdict.Pairs);
        Assert.Equal(twice.PValue, verdict.PValue, 1e-12);
        Assert.Contains("10 repetitions on 2 objectives", verdict.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.125, "p = 0.125")]
    [InlineData(0.0312, "p = 0.031")]
    [InlineData(0.00034, "p = 0.0003")]
    [InlineData(0.00002, "p < 0.0001")]
    [InlineData(0.04996, "p = 0.04996")]
    [InlineData(0.0501, "p = 0.0501")]
    [InlineData(1, "p = 1")]
    public void A_p_value_is_never_rounded_onto_the_level(double p, string expected) => Assert.Equal(expected, ConclusionWords.P(p));

    [Fact]
    public void Its_json_holds_the_words_and_no_number_that_json_lacks()
    {
        var json = JsonSerializer.Serialize(WinMatrix.Create([Repetitions.Of(0, 0, 9), Repetitions.Flat(1, 0, 0.9)], Two));
        Assert.Contains("\"Conclusion\":\"TooFewPairs\"", json, StringComparison.Ordinal);
        Assert.Contains("\"PairsNeeded\":6", json, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
    }
}
