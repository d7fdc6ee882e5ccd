using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StatusLabelTests
{
    [Fact]
    public void Every_failure_looks_like_one_and_nothing_else_does() =>
        Assert.All(Enum.GetValues<TrialStatus>(), status => Assert.Equal(status.IsFailure(), StatusLabel.Of(status).Tone == StatusTone.Bad));

    [Fact]
    public void Words_are_those_of_the_one_vocabulary()
    {
        Assert.All(Enum.GetValues<TrialStatus>(), status => Assert.Equal(StatusWords.Of(status), StatusLabel.Of(status).Word));
        Assert.All(Enum.GetValues<StudyOutcome>(), outcome => Assert.Equal(StatusWords.Of(StudyStatus.Ended, outcome, true), StatusLabel.Of(StudyStatus.Ended, outcome, true).Word));
    }

    [Theory]
    [InlineData(StudyOutcome.Completed)]
    [InlineData(StudyOutcome.TimeLimit)]
    [InlineData(StudyOutcome.EpochLimit)]
    [InlineData(StudyOutcome.Exhausted)]
    public void A_study_that_came_to_its_end_without_a_result_is_not_green(StudyOutcome outcome)
    {
        Assert.Equal(StatusTone.Good, StatusLabel.Of(StudyStatus.Ended, outcome, hasResult: true).Tone);
        Assert.Equal(("No result", StatusTone.Bad), (StatusLabel.Of(StudyStatus.Ended, outcome, hasResult: false).Word, StatusLabel.Of(StudyStatus.Ended, outcome, hasResult: false).Tone));
    }

    [Fact]
    public void A_trial_of_a_paused_study_rests_and_does_not_run()
    {
        Assert.Equal("Resting", StatusLabel.Of(TrialStatus.Running, StudyStatus.Paused).Word);
        Assert.Equal(StatusLabel.Of(TrialStatus.Running), StatusLabel.Of(TrialStatus.Running, StudyStatus.Pausing));
        Assert.Equal(StatusLabel.Of(TrialStatus.Paused), StatusLabel.Of(TrialStatus.Paused, StudyStatus.Paused));
        Assert.Equal("Resting", StatusLabel.Of(RungState.RunningOn, TrialStatus.Running, StudyStatus.Paused).Word);
    }

    [Fact]
    public void What_ended_a_trial_after_a_rung_is_called_there_what_the_table_calls_it() =>
        Assert.All(
            [TrialStatus.TimedOut, TrialStatus.Cancelled, TrialStatus.NotANumber],
            status => Assert.Equal(StatusLabel.Of(status), StatusLabel.Of(RungState.Failed, status, StudyStatus.Running)));
}
