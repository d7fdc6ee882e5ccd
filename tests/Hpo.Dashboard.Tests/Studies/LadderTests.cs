using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class LadderTests
{
    private static readonly Bracket Rungs = new([1, 3, 9]);

    /// <summary>Three trials at the first rung; the best is resumed and reaches the second, trial 1 waits behind the cut-off.</summary>
    private static StudyStory Promotion => StudyStory.BeginWith(Rungs)
        .Starts(0.1).Reaches(0, 1, 0.5, of: 1).Pauses(0, "rank 1 of 1: too few to promote one")
        .Starts(0.2).Reaches(1, 1, 0.7, of: 2).Pauses(1, "rank 2 of 2")
        .Starts(0.3).Reaches(2, 1, 0.4, of: 3, cutOff: 0.4).Pauses(2, "rank 1 of 3 at 1 epoch: waits for a worker")
        .Resumes(2, "promoted from 1 epoch: rank 1 of 3").Reports(2, 2, 0.35);

    [Fact]
    public void A_scheduler_without_rungs_has_no_ladder() => Assert.Empty(Ladder.Of(StudyStory.Begin().Tries(0.1, 0.5).Study));

    [Fact]
    public void The_highest_rung_comes_first_whether_it_was_reached_or_not()
    {
        var ladder = Assert.Single(Ladder.Of(Promotion.Study));

        Assert.Equal([9, 3, 1], ladder.Rungs.Select(rung => rung.Epoch));
        Assert.Empty(ladder.Rungs[0].Trials);
    }

    [Fact]
    public void Trials_at_a_rung_are_ordered_by_the_error_they_had_there()
    {
        var rung = First(Promotion);

        Assert.Equal([(2, 0.4), (0, 0.5), (1, 0.7)], rung.Trials.Select(trial => (trial.Id, trial.Error)));
        Assert.Equal(0.4, rung.CutOff);
        Assert.Equal(1, rung.Within);
    }

    [Fact]
    public void A_resumed_trial_runs_on_for_the_reason_it_was_resumed_with()
    {
        var trial = First(Promotion).Trials[0];

        Assert.Equal(RungState.RunningOn, trial.State);
        Assert.Equal("promoted from 1 epoch: rank 1 of 3", trial.Reason);
    }

    [Fact]
    public void Once_it_reaches_the_next_rung_it_is_promoted_at_the_one_below()
    {
        var story = Promotion.Reaches(2, 3, 0.3, reason: "rank 1 of 1");

        Assert.Equal(RungState.Promoted, First(story).Trials[0].State);
        Assert.Equal("promoted from 1 epoch: rank 1 of 3", First(story).Trials[0].Reason);
        Assert.Equal([2], Ladder.Of(story.Study)[0].Rungs[1].Trials.Select(trial => trial.Id));
    }

    [Fact]
    public void A_paused_trial_waits_within_the_cut_off_and_is_paused_behind_it()
    {
        var story = Promotion.Starts(0.4).Reaches(3, 1, 0.45, of: 4, cutOff: 0.5).Pauses(3, "rank 2 of 4");

        Assert.Equal(
            [(2, RungState.RunningOn), (3, RungState.Waiting), (0, RungState.Waiting), (1, RungState.Paused)],
            First(story).Trials.Select(trial => (trial.Id, trial.State)));
    }

    [Fact]
    public void Before_there_is_a_cut_off_nobody_is_behind_it()
    {
        var story = StudyStory.BeginWith(Rungs).Starts(0.1).Reaches(0, 1, 0.5).Pauses(0);

        Assert.Equal(RungState.Waiting, First(story).Trials[0].State);
    }

    [Fact]
    public void The_stopping_variant_promotes_without_a_pause_and_stops_with_a_reason()
    {
        var story = StudyStory.BeginWith(Rungs)
            .Starts(0.1).Reaches(0, 1, 0.5, reason: "the first to arrive goes on")
            .Starts(0.2).Reaches(1, 1, 0.9, of: 2, cutOff: 0.5, reason: "rank 2 of 2").Ends(1, TrialStatus.Stopped, "rank 2 of 2 at 1 epoch, cut-off 0.5")
            .Reaches(0, 3, 0.4);

        Assert.Equal(
            [(RungState.Promoted, "the first to arrive goes on"), (RungState.Stopped, "rank 2 of 2 at 1 epoch, cut-off 0.5")],
            First(story).Trials.Select(trial => (trial.State, trial.Reason)));
    }

    [Fact]
    public void A_trial_that_diverges_between_two_rungs_has_failed_at_the_lower_one()
    {
        var story = Promotion.Ends(2, TrialStatus.NotANumber, "The error after epoch 3 was not a number.");

        Assert.Equal((RungState.Failed, "The error after epoch 3 was not a number."), (First(story).Trials[0].State, First(story).Trials[0].Reason));
    }

    [Fact]
    public void At_the_last_rung_a_trial_is_completed()
    {
        var story = StudyStory.BeginWith(new Bracket([1, 2])).Starts(0.1).Reaches(0, 1, 0.5).Reaches(0, 2, 0.4).Ends(0);

        Assert.Equal(RungState.Completed, Ladder.Of(story.Study)[0].Rungs[0].Trials[0].State);
        Assert.Equal(RungState.Promoted, Ladder.Of(story.Study)[0].Rungs[1].Trials[0].State);
    }

    [Fact]
    public void Every_bracket_has_its_own_rungs()
    {
        var story = StudyStory.BeginWith(Rungs, new Bracket([3, 9])).Starts(0.1).Starts(0.2).Reaches(0, 3, 0.5).Reaches(1, 3, 0.6, bracket: 1);

        var ladders = Ladder.Of(story.Study);
        Assert.Equal([0], ladders[0].Rungs[1].Trials.Select(trial => trial.Id));
        Assert.Equal([1], ladders[1].Rungs[1].Trials.Select(trial => trial.Id));
    }

    [Theory]
    [InlineData(0, 0, 24, "0+0")]
    [InlineData(24, 8, 24, "0+24")]
    [InlineData(200, 66, 24, "0+12 60+12")]
    [InlineData(200, 10, 24, "0+24")]
    [InlineData(200, 200, 24, "0+12 188+12")]
    [InlineData(25, 25, 24, "0+12 13+12")]
    public void Of_very_many_the_best_and_those_around_the_cut_off_are_shown(int count, int within, int most, string shown)
    {
        var places = ShownPlaces.Of(count, within, most);

        Assert.Equal(shown, string.Join(' ', places.Select(run => $"{run.Start}+{run.Length}")));
    }

    private static LadderRung First(StudyStory story) => Ladder.Of(story.Study)[0].Rungs[^1];
}
