using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Studies.Tests.Wording;

public sealed class StatusWordsTests
{
    private static readonly StudyStatus[] Open = [.. Enum.GetValues<StudyStatus>().Where(status => status != StudyStatus.Ended)];

    [Fact]
    public void No_two_statuses_of_a_trial_read_the_same() =>
        Assert.Distinct([.. Enum.GetValues<TrialStatus>().Select(StatusWords.Of), StatusWords.Resting]);

    [Fact]
    public void No_two_states_or_ends_of_a_study_read_the_same() => Assert.Distinct(
    [
        .. Open.Select(status => StatusWords.Of(status, null, false)),
        .. Enum.GetValues<StudyOutcome>().Select(outcome => StatusWords.Of(StudyStatus.Ended, outcome, true)),
        StatusWords.NoResult,
        StatusWords.LogFailed,
    ]);

    [Fact]
    public void A_study_is_told_alike_by_its_page_and_by_a_list()
    {
        foreach (var outcome in Enum.GetValues<StudyOutcome>())
        {
            var ended = StudySnapshot.Empty with { Status = StudyStatus.Ended, Outcome = outcome };
            Assert.Equal(StatusWords.Of(ended), StatusWords.Of(Summary(outcome, null)));
            Assert.Equal(
                StatusWords.Of(ended with { Incumbents = [new(TimeSpan.Zero, 0, 0.5, 1)] }), StatusWords.Of(Summary(outcome, 0.5)));
        }

        Assert.Equal("Log failed", StatusWords.Of(Summary(StudyOutcome.Completed, 0.5) with { Problem = "The disk is full." }));
    }

    [Theory]
    [InlineData(StudyOutcome.Stopped, "Stopped")]
    [InlineData(StudyOutcome.Cancelled, "Cancelled")]
    [InlineData(StudyOutcome.Failed, "Failed")]
    [InlineData(StudyOutcome.Interrupted, "Interrupted")]
    public void A_study_that_was_ended_by_somebody_or_something_is_not_blamed_for_having_no_result(StudyOutcome outcome, string word) =>
        Assert.Equal(word, StatusWords.Of(StudyStatus.Ended, outcome, false));

    private static StudySummary Summary(StudyOutcome outcome, double? best) =>
        new("a", "A study", DateTimeOffset.UnixEpoch, StudyStatus.Ended, outcome, best, 0, 0, TimeSpan.Zero);
}
