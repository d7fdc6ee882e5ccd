using AngleSharp.Dom;
using Hpo.Dashboard.Components.Studies;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class RungLadderTests : ComponentTest
{
    private static readonly Bracket Rungs = new([1, 3, 9]);

    private static StudyStory Nine()
    {
        var story = StudyStory.BeginWith(Rungs);
        for (var i = 0; i < 9; i++)
            story.Starts(0.1).Reaches(i, 1, 0.1 * (i + 1), of: i + 1, cutOff: i < 2 ? null : 0.1 * ((i + 1) / 3)).Pauses(i, $"rank {i + 1} of {i + 1} at 1 epoch");
        return story.Resumes(0, "promoted from 1 epoch: rank 1 of 9");
    }

    [Fact]
    public void A_study_without_rungs_shows_nothing() => Assert.Equal("", Show(StudyStory.Begin().Tries(0.1, 0.5)).Markup.Trim());

    [Fact]
    public void Each_trial_at_a_rung_is_a_chip_with_number_error_state_and_reason()
    {
        var ladder = Show(Nine());

        Assert.Equal(["9", "3", "1"], ladder.FindAll(".rung").Select(rung => rung.GetAttribute("data-epoch")));
        var chips = Chips(ladder, 1);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8"], chips.Select(chip => chip.GetAttribute("data-trial")));
        Assert.Equal("Trial 0, error 0.1000, running on, now place 1 of 9. After 37.0 s: promoted from 1 epoch: rank 1 of 9", chips[0].GetAttribute("data-reason"));
        Assert.Equal(chips[0].GetAttribute("data-reason"), Spoken(chips[0]));
        Assert.Equal(["runningon", "waiting", "waiting", "paused"], chips.Take(4).Select(chip => chip.GetAttribute("data-state")));
        Assert.Equal("Trial 8, error 0.9000, paused, now place 9 of 9. After 36.0 s: rank 9 of 9 at 1 epoch", chips[8].GetAttribute("data-reason"));
        Assert.Equal("9 trials: 1 running on, 2 waiting, 6 paused", ladder.FindAll(".what .muted")[^1].TextContent);
        Assert.Equal("not reached yet", ladder.FindAll(".what .muted")[0].TextContent);
    }

    [Fact]
    public void The_cut_off_stands_between_those_who_go_on_and_those_who_do_not()
    {
        var line = Show(Nine()).Find(".chips .cut-off");

        Assert.Equal("cut-off 0.3000", line.TextContent);
        Assert.Equal("2", line.PreviousElementSibling!.QuerySelector(".chip")!.GetAttribute("data-trial"));
        Assert.Equal("3", line.NextElementSibling!.QuerySelector(".chip")!.GetAttribute("data-trial"));
    }

    [Fact]
    public void Of_two_hundred_trials_a_rung_few_are_shown_and_the_others_counted()
    {
        var story = StudyStory.BeginWith(new Bracket([1, 3, 9, 27, 81]));
        for (var i = 0; i < 200; i++)
            story.Starts(0.1).Reaches(i, 1, (i + 1) / 200.0, of: i + 1, cutOff: (i + 1) / 3 / 200.0).Pauses(i);

        var ladder = Show(story);

        var parts = ladder.FindAll(".rung[data-epoch='1'] .chips > li").Select(it => it.TextContent.Trim()).ToList();
        Assert.Equal(20, Chips(ladder, 1).Count);
        Assert.Equal("and 51 more", parts[10]);
        Assert.Equal("cut-off 0.3300", parts[16]);
        Assert.Equal("and 129 more", parts[^1]);
    }

    [Fact]
    public void Those_that_are_counted_are_shown_on_request_and_hidden_again()
    {
        var story = StudyStory.BeginWith(Rungs);
        for (var i = 0; i < 40; i++)
            story.Starts(0.1).Reaches(i, 1, (i + 1) / 40.0, of: i + 1, cutOff: (i + 1) / 3 / 40.0).Pauses(i);
        var ladder = Show(story);
        Assert.Equal("and 20 more", ladder.Find(".rung[data-epoch='1'] li:last-child button.more").TextContent);

        ladder.Find(".rung[data-epoch='1'] li:last-child button.more").Click();
        Assert.Equal(40, Chips(ladder, 1).Count);

        ladder.Find(".rung[data-epoch='1'] button.more").Click();
        Assert.Equal(20, Chips(ladder, 1).Count);
    }

    [Fact]
    public void A_rank_is_told_as_the_one_of_its_moment_beside_the_place_of_now()
    {
        var story = StudyStory.BeginWith(Rungs).Starts(0.1).Reaches(0, 1, 0.5).Pauses(0, "rank 1 of 1 at 1 epoch");
        var ladder = Show(story);
        Assert.Contains("now place 1 of 1. After 4.00 s: rank 1 of 1", Chips(ladder, 1)[0].GetAttribute("data-reason"), StringComparison.Ordinal);

        ladder.Render(it => it.Add(ladder => ladder.Study, story.Starts(0.2).Reaches(1, 1, 0.3, of: 2).Study));

        Assert.Contains("now place 2 of 2. After 4.00 s: rank 1 of 1", Chips(ladder, 1)[1].GetAttribute("data-reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_opens_its_trial()
    {
        var shown = new List<int>();
        var ladder = Render<RungLadder>(it => it.Add(ladder => ladder.Study, Nine().Study).Add(ladder => ladder.OnShow, shown.Add));

        Chips(ladder, 1)[4].Click();

        Assert.Equal([4], shown);
    }

    [Fact]
    public void The_table_says_the_same()
    {
        var ladder = Show(Nine());
        Assert.Empty(ladder.FindAll("table"));

        ladder.Find(".head button").Click();

        Assert.Equal("true", ladder.Find(".head button").GetAttribute("aria-expanded"));
        Assert.Equal(
            ["1 epoch", "1", "0", "0.1000", "Running on", "After 37.0 s: promoted from 1 epoch: rank 1 of 9"],
            ladder.FindAll("tbody tr")[0].Children.Select(cell => cell.TextContent));
        Assert.Equal(9, ladder.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Several_brackets_have_a_heading_each()
    {
        var ladder = Show(StudyStory.BeginWith(Rungs, new Bracket([3, 9])).Starts(0.1).Reaches(0, 3, 0.5, bracket: 1));

        Assert.Equal(["Bracket 0", "Bracket 1"], ladder.FindAll("h3").Select(heading => heading.TextContent));
        Assert.Single(ladder.FindAll("ol")[1].QuerySelectorAll(".chip"));
    }

    [Fact]
    public void What_happens_while_one_looks_is_shown()
    {
        var story = Nine();
        var ladder = Show(story);

        ladder.Render(it => it.Add(ladder => ladder.Study, story.Reaches(0, 3, 0.05).Ends(0, TrialStatus.Stopped, "enough").Study));

        Assert.Equal("promoted", Chips(ladder, 1)[0].GetAttribute("data-state"));
        Assert.Equal("Trial 0, error 0.05000, stopped early, now place 1 of 1. After 40.0 s: enough", Chips(ladder, 3).Single().GetAttribute("data-reason"));
    }

    private IRenderedComponent<RungLadder> Show(StudyStory story) => Render<RungLadder>(it => it.Add(ladder => ladder.Study, story.Study));

    /// <summary>What a screen reader says: all of the text, without the white space between elements.</summary>
    private static string Spoken(IElement chip) => string.Concat(chip.Children.Select(part => part.TextContent)).Trim();

    private static IReadOnlyList<IElement> Chips(IRenderedComponent<RungLadder> ladder, int epoch) => [.. ladder.FindAll($".rung[data-epoch='{epoch}'] .chip")];
}
