using Hpo.Dashboard.Components.Studies;
using Hpo.Engine.Tuning;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyHeaderTests : BunitContext
{
    private const string Dialog = "./Components/Studies/ConfirmDialog.razor.js";

    private int _stops;
    private int _cancels;

    public StudyHeaderTests()
    {
        Services.AddSingleton(TimeProvider.System);
        JSInterop.SetupModule(Dialog).SetupVoid("open", _ => true).SetVoidResult();
    }

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
        var progress = header.Find("[role=progressbar]");
        Assert.Equal("2", progress.GetAttribute("aria-valuenow"));
        Assert.Equal("20", progress.GetAttribute("aria-valuemax"));
        Assert.Equal("2 of 20 trials finished, 2 running, 1 failed", progress.GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void A_study_in_simulated_time_says_so()
    {
        Assert.Contains("Simulated time", Show(StudyStory.Begin().Starts(0.1), isSimulated: true).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Simulated time", Show(StudyStory.Begin().Starts(0.1)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_failures_when_there_are_none() =>
        Assert.Empty(Show(StudyStory.Begin().Tries(0.1, 0.5)).FindAll("[data-fact=failed]"));

    [Fact]
    public void A_running_study_can_be_stopped_and_cancelled()
    {
        var header = Show(StudyStory.Begin().Starts(0.1));

        Assert.Equal(["Stop", "Cancel…"], Buttons(header));
        Button(header, "Stop").Click();

        Assert.Equal((1, 0), (_stops, _cancels));
    }

    [Fact]
    public void A_study_that_was_asked_to_stop_says_what_it_waits_for_and_can_still_be_cancelled()
    {
        var header = Show(StudyStory.Begin().Starts(0.1).IsAskedToStop());

        Assert.Equal("Stopping", header.Find(".badge .word").TextContent);
        Assert.Equal("No more trials are started. Waiting for 1 running trial.", header.Find("[role=status]").TextContent);
        Assert.True(Button(header, "Stopping…").HasAttribute("disabled"));
        Assert.False(Button(header, "Cancel…").HasAttribute("disabled"));
    }

    [Fact]
    public void Cancelling_asks_first()
    {
        var header = Show(StudyStory.Begin().Starts(0.1).Starts(0.2));

        Button(header, "Cancel…").Click();

        Assert.Single(JSInterop.Invocations["open"]);
        Assert.Equal(0, _cancels);
        var dialog = header.Find("dialog");
        Assert.Equal("Cancel the study?", header.Find("#" + dialog.GetAttribute("aria-labelledby")).TextContent);
        Assert.Contains("The 2 running trials end now", header.Find("#" + dialog.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);

        header.Find("dialog .confirm").Click();

        Assert.Equal(1, _cancels);
    }

    [Fact]
    public void The_dialogs_first_button_which_has_the_focus_does_no_harm() =>
        Assert.Equal("Let it run", Show(StudyStory.Begin()).Find("dialog button").TextContent);

    [Theory]
    [InlineData(StudyOutcome.Completed, "Completed")]
    [InlineData(StudyOutcome.TargetReached, "Target reached")]
    [InlineData(StudyOutcome.Cancelled, "Cancelled")]
    [InlineData(StudyOutcome.Failed, "Failed")]
    [InlineData(StudyOutcome.Interrupted, "Interrupted")]
    public void An_ended_study_says_how_and_why_and_offers_nothing_to_end(StudyOutcome outcome, string word)
    {
        var header = Show(StudyStory.Begin().Tries(0.1, 0.5).IsOver(outcome, "This is why."));

        Assert.Equal(word, header.Find(".badge .word").TextContent);
        Assert.Equal("This is why.", header.Find("[role=status]").TextContent);
        Assert.Empty(header.FindAll(".actions"));
    }

    [Fact]
    public void A_log_that_could_not_be_written_is_told_at_once()
    {
        var header = Show(StudyStory.Begin().Starts(0.1), "The disk is full.");

        Assert.Contains("The disk is full.", header.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Log failed", header.Find(".badge .word").TextContent);
        Assert.Empty(header.FindAll(".actions"));
    }

    private IRenderedComponent<StudyHeader> Show(StudyStory story, string? logFailure = null, bool isSimulated = false) => Render<StudyHeader>(header => header
        .Add(it => it.Definition, StudyStory.Definition)
        .Add(it => it.Study, story.Study)
        .Add(it => it.Elapsed, () => TimeSpan.FromSeconds(185.9))
        .Add(it => it.IsSimulated, isSimulated)
        .Add(it => it.LogFailure, logFailure)
        .Add(it => it.OnStop, () => _stops++)
        .Add(it => it.OnCancel, () => _cancels++));

    private static string Fact(IRenderedComponent<StudyHeader> header, string name) => header.Find($"[data-fact={name}]").TextContent.Trim();

    private static IEnumerable<string> Buttons(IRenderedComponent<StudyHeader> header) =>
        header.FindAll(".actions button").Select(button => button.TextContent.Trim());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StudyHeader> header, string text) =>
        header.FindAll(".actions button").Single(button => button.TextContent.Trim() == text);
}
