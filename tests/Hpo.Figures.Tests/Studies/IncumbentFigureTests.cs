using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Plotly.Blazor.LayoutLib.YAxisLib;
using Plotly.Blazor.Traces.ScatterLib.LineLib;

namespace Hpo.Figures.Tests.Studies;

public sealed class IncumbentFigureTests
{
    /// <summary>Reports at 2 and 3 s, and at 6 s; the second is better.</summary>
    private static Story Two => Story.Begin().Trial(0, 0.9, 0.5).Ends(0).Trial(1, 0.4).Ends(1);

    [Fact]
    public void Every_trial_stands_where_its_last_error_was_known_and_the_best_is_a_true_step_line_to_now()
    {
        var figure = Two.And(at => new StudyEnded(at, StudyOutcome.Completed, "")).Incumbent;

        Assert.Equal([(4.0, 0.5), (7.0, 0.4)], figure.Points("finished"));
        Assert.Equal([(4.0, 0.5), (7.0, 0.4)], figure.Points("steps"));
        Assert.Equal(ShapeEnum.Hv, figure.Of("steps").Line!.Shape);
        // what lies alone on the axis does not lie on its edge: there is a place at 0 without a mark
        Assert.Equal([(0.0, 0.4), (null, null), (7.0, 0.4), (8.0, 0.4)], figure.Points("now"));
    }

    [Fact]
    public void What_gave_no_error_is_on_a_strip_of_its_own_and_nowhere_at_0()
    {
        var figure = Two.Trial(0, 0.8).Ends(2, TrialStatus.Failed).Start(1).Ends(3, TrialStatus.TimedOut).Trial(0, 0.7).Ends(4, TrialStatus.Cancelled).Incumbent;
        var layout = figure.View(false, false).Layout;

        Assert.Equal([0.5, 0.5], figure.Of("failed").Y);
        Assert.Equal([0.5], figure.Of("given").Y);
        Assert.Equal(("y2", "y2"), (figure.Of("failed").YAxis, figure.Of("given").YAxis));
        Assert.Equal(("failed or timed out", "cancelled"), (figure.Of("failed").Name, figure.Of("given").Name));
        Assert.Equal("cancelled, failed or timed out: no error to show", figure.Marks()["cross"]);
        Assert.Equal(["no error"], layout.YAxis![1].TickText);
        Assert.Equal([0, 0.9], layout.YAxis[0].Domain);
        // their errors are not the trial's, and no mark of theirs stands among the others
        Assert.Equal([0.5, 0.4], figure.Of("finished").Y);
    }

    [Fact]
    public void Without_such_a_trial_there_is_no_strip()
    {
        var layout = Two.Incumbent.View(false, false).Layout;

        Assert.False(layout.YAxis![1].Visible);
        Assert.Equal([0, 1.0], layout.YAxis[0].Domain);
        Assert.Empty(layout.Shapes!);
        Assert.DoesNotContain("cross", Two.Incumbent.Marks().Keys);
    }

    [Fact]
    public void Running_trials_are_rings_at_their_latest_report_and_paused_ones_a_sign_of_two_bars()
    {
        var figure = Two.Trial(0, 0.7, 0.6).Trial(1, 0.8).Pauses(3).Incumbent;

        Assert.Equal([(10.0, 0.6)], figure.Points("running"));
        Assert.Equal([(12.0, 0.8)], figure.Points("pausedLeft"));
        Assert.Equal(figure.Points("pausedLeft"), figure.Points("pausedRight"));
        Assert.Equal((-90m, 90m), (figure.Of("pausedLeft").Marker!.Angle, figure.Of("pausedRight").Marker!.Angle));
        Assert.Equal(("running, latest report", "paused"), (figure.Marks()["hollow"], figure.Marks()["pause"]));
        // a picture has no layer over it: what a page draws there is to be seen
        Assert.Null(figure.Of("running").Opacity);
    }

    [Fact]
    public void In_a_paused_study_trials_rest_and_in_an_ended_one_none_runs()
    {
        var story = Two.Trial(0, 0.7).And(at => new PauseRequested(at)).And(at => new StudyPaused(at));

        Assert.Equal("resting, latest report", story.Incumbent.Marks()["hollow"]);
        Assert.StartsWith("<b>Trial 2</b> resting<br>", story.Incumbent.Of("running").TextArray![0], StringComparison.Ordinal);
        Assert.DoesNotContain("hollow", Two.Over().Incumbent.Marks().Keys);
    }

    [Fact]
    public void With_final_errors_only_the_line_goes_through_what_trials_ended_with()
    {
        // it was paused with a better error than it ended with
        var story = Story.Begin().Trial(0, 0.3).Pauses(0).Resumes(0, 1).Reports(0, 0.6).Ends(0).Trial(0, 0.5).Ends(1);

        Assert.Equal([0.3], story.Incumbent.Of("steps").Y);
        Assert.Equal([0.6, 0.5], StudyFigures.Incumbent(story.Sight, Styles.Light, isFinal: true).Of("steps").Y);
        Assert.StartsWith("Best final error 0.5000, trial 1, after 9.00 s.", StudyFigures.Incumbent(story.Sight, Styles.Light, isFinal: true).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_axis_is_named_after_what_is_measured_and_a_known_minimum_is_drawn()
    {
        var figure = Story.OfBranin().Trial(0, 5).Ends(0).Incumbent;
        var layout = figure.View(false, false).Layout;

        Assert.Equal(("value", "seconds since the start"), (layout.YAxis![0].Title!.Text, layout.XAxis![0].Title!.Text));
        var minimum = Assert.Single(layout.Shapes!);
        Assert.Equal((0.397887, 0.397887, "dash"), (minimum.Y0, minimum.Y1, minimum.Line!.Dash));
        Assert.Equal("the known minimum", figure.Marks()["minimum"]);
    }

    [Fact]
    public void What_noise_takes_below_the_known_minimum_does_not_prove_it_wrong()
    {
        var story = new Story { Objective = new("validation error", 0.1, HasEpochs: false) }.And(at => new StudyStarted(at, DateTimeOffset.UnixEpoch)).Trial(0, 0.0949).Ends(0);

        Assert.Equal("the known minimum, noise left out", story.Incumbent.Marks()["minimum"]);
    }

    [Fact]
    public void On_a_log_scale_only_what_is_above_0_has_a_place_and_the_rest_is_said()
    {
        var story = new Story { Objective = new("value", 0, HasEpochs: false) }.And(at => new StudyStarted(at, DateTimeOffset.UnixEpoch)).Trial(0, 0).Ends(0);
        var (linear, log) = (story.Incumbent.View(false, false), story.Incumbent.View(true, false));

        Assert.Equal((TypeEnum.Linear, TypeEnum.Log), (linear.Layout.YAxis![0].Type, log.Layout.YAxis![0].Type));
        Assert.Single(linear.Layout.Shapes!);
        Assert.Empty(log.Layout.Shapes!);
        Assert.Equal((null, "Errors of 0 and below have no place on a log scale."), (linear.Note, log.Note));
        Assert.NotEqual(linear.Layout.YAxis[0].UiRevision, log.Layout.YAxis[0].UiRevision);
        Assert.Equal(linear.Layout.XAxis![0].UiRevision, log.Layout.XAxis![0].UiRevision);
    }

    [Fact]
    public void A_single_point_has_room_around_it_and_none_has_words_in_place_of_axes()
    {
        var one = Story.Begin().Trial(0, 0.1).Ends(0).Incumbent;
        var none = Story.Begin().Incumbent;

        var fit = one.View(false, false).Fit!;
        Assert.Equal((0.09, 0.11), (fit.From, fit.To), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Null(one.View(true, false).Fit);
        Assert.Null(one.Empty);
        Assert.Equal(("Waiting for the first report…", "The study ended without a report."), (none.Empty, Story.Begin().Over().Incumbent.Empty));
        Assert.Null(none.View(false, false).Fit);
        Assert.All(none.Data.Cast<Plotly.Blazor.Traces.Scatter>().Where(trace => !trace.Meta!.Equals("now")), trace => Assert.Empty(trace.X!));
    }

    [Fact]
    public void Of_thousands_of_trials_one_of_every_few_is_drawn_and_the_figure_says_so()
    {
        var story = Story.Begin();
        for (var id = 0; id < 2100; id++)
            story.Trial(0, 1 + id).Ends(id);

        Assert.Equal(4, story.Incumbent.Every);
        Assert.Equal(525, story.Incumbent.Of("finished").X!.Count);
        Assert.EndsWith("2,100 trials started, 2,100 ended. One of every 4 is drawn.", story.Incumbent.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_pointed_at_is_told_as_text_and_no_markup()
    {
        var text = Story.Begin().Start(0, "better than <others>").Reports(0, 0.25).Ends(0, TrialStatus.Stopped).Incumbent.Of("finished").TextArray!.Single();

        Assert.Equal("<b>Trial 0</b> stopped early<br>error 0.2500<br>1 epoch in 1.00 s<br>learning_rate = 0.1<br>kind = a&lt;b&gt;<br><i>Why: better than &lt;others&gt;</i>", text);
    }

    [Fact]
    public void A_style_changes_colours_and_sizes_and_nothing_that_is_told()
    {
        var sight = Two.Trial(0, 0.8).Ends(2, TrialStatus.Failed).Sight;
        var (light, dark) = (StudyFigures.Incumbent(sight, Styles.Light), StudyFigures.Incumbent(sight, Styles.Dark with { Failed = "#ff8888", FontSize = 20 }));

        Assert.Equal(("#ff0000", "#ff8888"), (light.Of("failed").Marker!.Color, dark.Of("failed").Marker!.Color));
        Assert.Equal("rgba(119, 119, 119, 0.75)", light.Of("finished").Marker!.Color);
        Assert.Equal(2 * light.Of("steps").Line!.Width, dark.Of("steps").Line!.Width);
        Assert.Equal(("#ffffff", "#000000"), (light.Views[0].Layout.PaperBgColor, dark.Views[0].Layout.PaperBgColor));
        Assert.Equal(light.Summary, dark.Summary);
        Assert.Equal(light.Points("finished"), dark.Points("finished"));
    }
}
