using Hpo.Dashboard.Models.Studies;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class IncumbentSummaryTests
{
    [Fact]
    public void There_is_none_before_the_first_finished_trial() =>
        Assert.Null(IncumbentSummary.Of(StudyStory.Begin().Starts(0.1).Reports(0, 1, 0.5).Study));

    [Fact]
    public void The_first_changed_nothing()
    {
        var first = IncumbentSummary.Of(StudyStory.Begin().Tries(0.1, 0.5).Study)!;

        Assert.Equal("The first result of this study.", first.WhatChanged);
        Assert.DoesNotContain(first.Values, value => value.IsChanged);
    }

    [Fact]
    public void The_next_says_what_it_changed_and_by_how_much_it_is_better()
    {
        var next = IncumbentSummary.Of(StudyStory.Begin().Tries(0.1, 0.5, 128).Tries(0.9, 0.6).Tries(0.05, 0.4, 128, "adam").Study)!;

        Assert.Equal(2, next.Step.TrialId);
        Assert.Equal("20 % lower than trial 0, which had 0.5000.", next.WhatChanged);
        Assert.Equal(["learning_rate", "optimizer"], next.Values.Where(value => value.IsChanged).Select(value => value.Name));
        Assert.Equal(["↓", "", ""], next.Values.Select(value => value.Arrow));
    }

    [Fact]
    public void A_trial_that_went_on_is_compared_with_itself()
    {
        var story = StudyStory.Begin().Starts(0.1).Reports(0, 1, 0.5).Pauses(0).Resumes(0).Reports(0, 2, 0.25).Ends(0);

        var best = IncumbentSummary.Of(story.Study)!;

        Assert.True(best.IsSameTrial);
        Assert.Equal("50 % lower than this trial's own 0.5000 before it went on.", best.WhatChanged);
    }

    [Fact]
    public void An_error_below_0_is_compared_by_its_difference() =>
        Assert.Equal(
            "0.5000 lower than trial 0, which had -1.000.",
            IncumbentSummary.Of(StudyStory.Begin().Tries(0.1, -1).Tries(0.2, -1.5).Study)!.WhatChanged);

    [Theory]
    [InlineData(1e308, -1e308, "-1.000e308: lower than trial 0, which had 1.000e308.")]
    [InlineData(1, -1, "2.000 lower than trial 0, which had 1.000.")]
    [InlineData(1, 1e-9, "1.000 lower than trial 0, which had 1.000.")]
    [InlineData(1, 0, "100 % lower than trial 0, which had 1.000.")]
    [InlineData(0, -1e-5, "1.000e-5 lower than trial 0, which had 0.")]
    [InlineData(-1e30, -1.5e30, "5.000e29 lower than trial 0, which had -1.000e30.")]
    public void Where_a_ratio_says_nothing_numbers_do(double before, double after, string words) =>
        Assert.Equal(words, IncumbentSummary.Of(StudyStory.Begin().Tries(0.1, before).Tries(0.2, after).Study)!.WhatChanged);
}
