using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StatusLabelTests
{
    [Fact]
    public void No_two_statuses_of_a_trial_read_the_same() =>
        Assert.Equal(Enum.GetValues<TrialStatus>().Length, Enum.GetValues<TrialStatus>().Select(status => StatusLabel.Of(status).Word).Distinct().Count());

    [Fact]
    public void No_two_ends_of_a_study_read_the_same() =>
        Assert.Equal(
            Enum.GetValues<StudyOutcome>().Length,
            Enum.GetValues<StudyOutcome>().Select(outcome => StatusLabel.Of(StudyStatus.Ended, outcome).Word).Distinct().Count());

    [Fact]
    public void Every_failure_looks_like_one_and_nothing_else_does() =>
        Assert.All(Enum.GetValues<TrialStatus>(), status => Assert.Equal(status.IsFailure(), StatusLabel.Of(status).Tone == StatusTone.Bad));

    [Theory]
    [InlineData(StudyStatus.Created, "Not started")]
    [InlineData(StudyStatus.Running, "Running")]
    [InlineData(StudyStatus.Pausing, "Pausing")]
    [InlineData(StudyStatus.Paused, "Paused")]
    [InlineData(StudyStatus.Stopping, "Stopping")]
    public void A_study_that_has_not_ended_says_where_it_stands(StudyStatus status, string word) =>
        Assert.Equal(word, StatusLabel.Of(status, null).Word);

    [Fact]
    public void Every_status_of_a_trial_belongs_to_a_group_of_the_filter() =>
        Assert.All(Enum.GetValues<TrialStatus>(), status => Assert.Equal(status.IsFailure(), TrialGroups.Of(status) == TrialGroup.Failed));
}
