using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyHeaderTests : ComponentTest
{
    public StudyHeaderTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void A_running_study_says_how_far_it_is()
    {
        var header = Show(StudyStory.Begin().Tries(0.1, 0.5).Fails(0.9, TrialStatus.Failed, "no").Starts(0.2).Starts(0.3));

        Assert.Equal("A small study", header.Find("h1").TextContent);
        Assert.Equal("Running", header.Find(".badge .word").TextContent);
        Assert.Equal("3 min 05 s", Fact(header, "elapsed"));
        Assert.Equal("2 of 20", Fact(header, "finished"));
        Assert.Equal("2", Fact(header, "running"));
        Assert.Equal("1", Fact(header, "failed"));
        Assert.Equal("2 of 20 trials ended, 2 running, 1 failed", header.Find("[role=progressbar]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void A_study_in_simulated_time_says_so()
    {
        Assert.Contains("Simulated time", Show(StudyStory.Begin().Starts(0.1), isSimulated: true).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Simulated time", Show(StudyStory.Begin().Starts(0.1)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_all_of_whose_trials_timed_out_says_so_everywhere_and_is_no_success()
    {
        var header = Show(StudyStory.Begin().Fails(0.9, TrialStatus.TimedOut, "too long").Fails(0.9, TrialStatus.TimedOut, "too long").IsOver(StudyOutcome.Completed, "All 2 trials have run."));

        Assert.Equal("No result", header.Find(".badge .word").TextContent);
        Assert.Equal("2", Fact(header, "timedout"));
        Assert.Contains("Timed out", header.FindAll("dt").Select(term => term.TextContent));
        Assert.Empty(header.FindAll("[data-fact=failed]"));
        Assert.Equal("2 of 20 trials ended, 2 timed out", header.Find("[role=progressbar]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void A_time_that_is_over_is_written_as_on_the_home_page()
    {
        Assert.Equal("3 min 05 s", Fact(Show(StudyStory.Begin().Starts(0.1)), "elapsed"));
        Assert.Equal("3 min 06 s", Fact(Show(StudyStory.Begin().Tries(0.1, 0.5).IsOver(StudyOutcome.Completed, "Done.")), "elapsed"));
    }

    [Fact]
    public void Nothing_is_said_of_failures_when_there_are_none() =>
        Assert.Empty(Show(StudyStory.Begin().Tries(0.1, 0.5)).FindAll("[data-fact=failed]"));

    [Fact]
    public void A_study_that_was_asked_to_stop_says_what_it_waits_for()
    {
        var header = Show(StudyStory.Begin().Starts(0.1).IsAskedToStop());

        Assert.Equal("Stopping", header.Find(".badge .word").TextContent);
        Assert.Equal("No more trials are started. Waiting for 1 running trial.", StudyStanding.Of(StudyStory.Begin().Starts(0.1).IsAskedToStop().Study));
    }

    [Fact]
    public void A_study_that_is_paused_says_so_and_its_clock_has_no_reason_to_tick()
    {
        var pausing = Show(StudyStory.Begin().Starts(0.1).IsAskedToPause());
        Assert.Equal("Pausing", pausing.Find(".badge .word").TextContent);
        Assert.Equal("No work is begun. Waiting for 1 running trial to finish an epoch.", StudyStanding.Of(StudyStory.Begin().Starts(0.1).IsAskedToPause().Study));
        Assert.True(pausing.FindComponent<ElapsedClock>().Instance.Ticks);

        var paused = Show(StudyStory.Begin().Starts(0.1).IsAskedToPause().Rests());
        Assert.Equal("Paused", paused.Find(".badge .word").TextContent);
        Assert.False(paused.FindComponent<ElapsedClock>().Instance.Ticks);
        Assert.Contains("Resting", paused.FindAll("dt").Select(term => term.TextContent));
        Assert.Equal("0 of 20 trials ended, 1 resting", paused.Find("[role=progressbar]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void Trials_that_were_added_count() =>
        Assert.Equal("1 of 23", Fact(Show(StudyStory.Begin().Tries(0.1, 0.5).HasTrials(23)), "finished"));

    [Theory]
    [InlineData(StudyOutcome.Completed, "Completed")]
    [InlineData(StudyOutcome.TargetReached, "Target reached")]
    [InlineData(StudyOutcome.Cancelled, "Cancelled")]
    [InlineData(StudyOutcome.Failed, "Failed")]
    [InlineData(StudyOutcome.Interrupted, "Interrupted")]
    public void An_ended_study_says_how_and_why(StudyOutcome outcome, string word)
    {
        var story = StudyStory.Begin().Tries(0.1, 0.5).IsOver(outcome, "This is why.");

        Assert.Equal(word, Show(story).Find(".badge .word").TextContent);
        Assert.Equal("This is why.", StudyStanding.Of(story.Study));
    }

    [Fact]
    public void A_log_that_could_not_be_written_is_told_at_once()
    {
        var header = Show(StudyStory.Begin().Starts(0.1), "The disk is full.");

        Assert.Contains("The disk is full.", header.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Log failed", header.Find(".badge .word").TextContent);
    }

    [Fact]
    public void What_is_tuned_and_how_is_told_at_a_glance()
    {
        var header = Render<StudyHeader>(it => it
            .Add(header => header.Name, "One of two that look alike")
            .Add(header => header.Definition, StudyStory.Definition)
            .Add(header => header.Study, StudySnapshot.Empty)
            .Add(header => header.Elapsed, () => TimeSpan.Zero)
            .Add(header => header.Kind, new("Branin", "TPE", "ASHA")));

        Assert.Equal("One of two that look alike", header.Find("h1").TextContent);
        Assert.Equal(new StudyKind("Branin", "TPE", "ASHA").InWords, header.Find(".kind").TextContent);
    }

    private IRenderedComponent<StudyHeader> Show(StudyStory story, string? logFailure = null, bool isSimulated = false) => Render<StudyHeader>(header => header
        .Add(it => it.Name, "A small study")
        .Add(it => it.Definition, StudyStory.Definition)
        .Add(it => it.Study, story.Study)
        .Add(it => it.Elapsed, () => TimeSpan.FromSeconds(185.9))
        .Add(it => it.IsSimulated, isSimulated)
        .Add(it => it.LogFailure, logFailure));

    private static string Fact(IRenderedComponent<StudyHeader> header, string name) => header.Find($"[data-fact={name}]").TextContent.Trim();
}
