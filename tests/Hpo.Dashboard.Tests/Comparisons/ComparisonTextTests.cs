using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models;
using Hpo.Dashboard.Models.Comparisons;
using Hpo.Dashboard.Models.Comparisons.Form;

namespace Hpo.Dashboard.Tests.Comparisons;

public sealed class ComparisonTextTests
{
    [Theory]
    [InlineData("Random search and Bayesian optimisation", "random-search-and-bayesian-optimisation")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("CON: a \\ b / c?", "con-a-b-c")]
    [InlineData("Größe", "gr-e")]
    [InlineData("比较", "abcd")]
    [InlineData("", "abcd")]
    public void A_file_name_is_safe_everywhere_and_never_empty(string name, string file) => Assert.Equal(file, FileName.Safe(name, "abcd"));

    [Fact]
    public void A_file_name_is_not_too_long() => Assert.True(FileName.Safe(new string('x', 500), "abcd").Length <= 60);

    [Theory]
    [InlineData(1, "a few seconds")]
    [InlineData(12, "about 15 s")]
    [InlineData(59, "about 60 s")]
    [InlineData(61, "about 2 min")]
    [InlineData(9000, "about 2.5 h")]
    public void Time_left_is_told_in_steps(double seconds, string words) => Assert.Equal(words, ProgressText.TimeLeft(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Nothing_is_said_about_a_time_that_nobody_knows() => Assert.Null(ProgressText.TimeLeft(null));

    [Fact]
    public void Failed_runs_are_told_once_for_each_method_with_what_went_wrong_first()
    {
        RepetitionResult Result(int method, RepetitionOutcome outcome, string? problem = null) => new(0, method, 0, [], 0, 0, 0, 0, outcome, problem);
        RepetitionResult[] results =
        [
            Result(1, RepetitionOutcome.Failed, "It broke."), Result(0, RepetitionOutcome.Completed), Result(1, RepetitionOutcome.Failed, "It broke again."),
        ];

        Assert.Equal("Local search: 2 runs failed. It broke.", Assert.Single(MethodFailure.Of(Contests.Small(), results)).InWords);
    }

    [Fact]
    public void A_budget_is_told_with_all_its_limits() =>
        Assert.Equal("up to 50 trials or 1 epoch or 1 hour", ComparisonSummaryText.Budget(new ComparisonBudget(50, 1, 3600)));
}
