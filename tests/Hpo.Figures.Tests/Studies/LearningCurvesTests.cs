using Hpo.Engine.Trials;
using Hpo.Figures.Studies;
using Plotly.Blazor.Traces.ScatterLib;

namespace Hpo.Figures.Tests.Studies;

public sealed class LearningCurvesTests
{
    [Fact]
    public void A_gap_stands_between_curves_and_the_best_trials_is_in_front()
    {
        var figure = Story.Begin().Trial(0, 0.9, 0.5).Ends(0).Trial(1, 0.8, 0.4).Ends(1).Curves;

        Assert.Equal([(1.0, 0.9), (2.0, 0.5), (null, null), (1.0, 0.8), (2.0, 0.4), (null, null)], figure.Points("finished"));
        Assert.Equal([(1.0, 0.8), (2.0, 0.4), (null, null)], figure.Points("best"));
        Assert.True(figure.Data.IndexOf(figure.Of("best")) > figure.Data.IndexOf(figure.Of("running")));
        Assert.Equal("2 trials of up to 2 epochs. Trial 1 is the best so far: 0.8000 after its first epoch, 0.4000 after epoch 2.", figure.Summary);
    }

    [Fact]
    public void Stopped_ones_end_in_a_square_running_ones_in_a_ring_and_those_that_wait_in_a_pause_sign()
    {
        var figure = Story.Begin().Trial(0, 0.9).Ends(0, TrialStatus.Stopped).Trial(0, 0.7, 0.6).Trial(1, 0.8).Pauses(2).Trial(1, 0.5).Loses(3).Curves;

        Assert.Equal([(1.0, 0.9)], figure.Points("stopped"));
        Assert.Equal([(2.0, 0.6)], figure.Points("ends"));
        Assert.Equal([(1.0, 0.8), (1.0, 0.5)], figure.Points("pausedLeft"));
        Assert.Equal(figure.Points("pausedLeft"), figure.Points("pausedRight"));
        Assert.Equal("dot", figure.Of("paused").Line!.Dash);
        Assert.Equal(["best", "line", "live", "pause", "stop"], figure.Marks().Keys.Order());
    }

    [Fact]
    public void A_failed_trial_is_on_the_strip_after_its_last_report()
    {
        var figure = Story.Begin().Trial(0, 0.9, 0.8).Ends(0, TrialStatus.NotANumber).Start(0).Ends(1, TrialStatus.Failed).Curves;

        Assert.Equal([(3.0, 0.5), (1.0, 0.5)], figure.Points("failed"));
        Assert.Equal("diverged (NaN) or failed", figure.Marks()["cross"]);
        Assert.Equal([0, 0.9], figure.Views[0].Layout.YAxis![0].Domain);
    }

    [Fact]
    public void A_cancelled_trial_has_no_place_on_the_strip() =>
        Assert.Equal([0, 1.0], Story.Begin().Trial(0, 0.9).Ends(0, TrialStatus.Cancelled).Curves.Views[0].Layout.YAxis![0].Domain);

    [Fact]
    public void Every_rung_but_the_last_is_a_line()
    {
        var figure = Story.Begin(1, 3, 9).Trial(0, 0.9).Curves;

        Assert.Equal([1.0, 3.0], figure.Views[0].Layout.Shapes!.Select(shape => shape.X0));
        Assert.Contains("rung", figure.Marks().Keys);
        Assert.DoesNotContain("rung", Story.Begin().Trial(0, 0.9).Curves.Marks().Keys);
    }

    [Fact]
    public void An_error_that_is_not_a_number_is_a_gap() =>
        Assert.Equal([(1.0, 0.9), (2.0, null), (null, null)], Story.Begin().Trial(0, 0.9, double.NaN).Curves.Points("running"));

    [Fact]
    public void No_more_finished_ones_are_drawn_than_are_asked_for()
    {
        var story = Story.Begin();
        for (var id = 0; id < 20; id++)
            story.Trial(0, 0.5, 0.4).Ends(id);
        var figure = StudyFigures.Curves(story.Sight with { MostCurves = 5 }, Styles.Light)!;

        Assert.Equal(4, figure.Every);
        Assert.Equal(5, figure.Of("finished").X!.Count(x => x is null));
        Assert.EndsWith("One of every 4 finished curves is drawn.", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_single_epoch_there_is_a_point_where_there_is_no_line_and_of_very_many_points_there_are_lines_alone()
    {
        var (single, many) = (Story.Begin(), Story.Begin());
        for (var id = 0; id < 700; id++)
            single.Trial(0, 0.5).Ends(id);
        for (var id = 0; id < 100; id++)
            many.Trial(0, 7, 6, 5, 4, 3, 2, 1).Ends(id);

        Assert.Equal(ModeFlag.Lines | ModeFlag.Markers, single.Curves.Of("finished").Mode);
        Assert.Equal(ModeFlag.Lines, many.Curves.Of("finished").Mode);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    [InlineData(300, 50)]
    public void The_axis_of_epochs_has_a_dozen_ticks_at_whole_numbers(int epochs, int step)
    {
        var story = Story.Begin().Trial(0, [.. Enumerable.Repeat(0.5, epochs)]);

        Assert.Equal(step, Convert.ToInt32(story.Curves.Views[0].Layout.XAxis![0].DTick, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_has_no_epochs_has_no_curves() => Assert.Null(StudyFigures.Curves(Story.OfBranin().Trial(0, 0.5).Sight, Styles.Light));
}
