using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Views;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Hpo.Figures.Tests.Studies;

public sealed class TimelineTests
{
    /// <summary>The bars of a kind: where they begin and end, and on which lane.</summary>
    private static IEnumerable<(double From, double To, double Worker)> Bars(FigureDescription figure, string key)
    {
        var trace = figure.Of(key);
        for (var i = 0; i < trace.X!.Count; i += 6)
            yield return ((double)trace.X[i], (double)trace.X[i + 1], Math.Round(((double)trace.Y![i] + (double)trace.Y[i + 2]) / 2, 6));
    }

    [Fact]
    public void A_trial_has_a_bar_for_each_stretch_of_the_kind_that_says_what_became_of_it()
    {
        // trial 0: 1 to 3 s, and 4 to 6 s; trial 1: from 7 s on
        var story = Story.Begin().Trial(0, 0.9).Pauses(0).Resumes(0, 1).Reports(0, 0.8).Ends(0).Trial(0, 0.7).Ends(1).Trial(1, 0.95);

        Assert.Equal([(1.0, 3.0, 0.0), (4.0, 6.0, 1.0)], Bars(story.Timeline, "paused").Concat(Bars(story.Timeline, "finished")));
        Assert.Equal([(7.0, 9.0, 0.0)], Bars(story.Timeline, "best"));
        // it runs until now
        Assert.Equal([(10.0, 11.0, 1.0)], Bars(story.Timeline, "running"));
        Assert.Equal("2 workers, busy 32 % of the time. 3 trials in 4 stretches.", story.Timeline.Summary);
    }

    [Fact]
    public void What_was_lost_and_is_run_again_and_what_failed_or_was_cut_off_are_told_apart()
    {
        var figure = Story.Begin().Trial(0, 0.9).Loses(0).Resumes(0, 1).Ends(0, TrialStatus.TimedOut).Start(0).Ends(1, TrialStatus.Stopped).Timeline;

        Assert.Equal([(1.0, 3.0, 0.0)], Bars(figure, "paused"));
        Assert.Equal([(4.0, 5.0, 1.0)], Bars(figure, "failed"));
        Assert.Equal([(6.0, 7.0, 0.0)], Bars(figure, "cut"));
        Assert.Equal(("timed out", "stopped early", "then paused"), (figure.Marks()["bar-failed"], figure.Marks()["bar-cut"], figure.Marks()["bar-paused"]));
    }

    [Fact]
    public void A_worker_that_never_ran_has_a_lane_and_lanes_have_their_names()
    {
        var story = Story.Begin().Trial(0, 0.9);
        var layout = StudyFigures.Timeline(story.Sight with { Workers = 5 }, Styles.Light).Views[0].Layout;

        Assert.Equal(5, layout.Shapes!.Count);
        Assert.Equal([4.5, -0.5], layout.YAxis![0].Range);
        Assert.Equal(["worker 0", "worker 1", "worker 2"], layout.YAxis[0].TickText!.Take(3));
        Assert.Equal([0, 1, 2, 3, 4], layout.YAxis[0].TickVals);
        Assert.Equal([0, 3, 6], StudyFigures.Timeline(story.Sight with { Workers = 60 }, Styles.Light).Views[0].Layout.YAxis![0].TickVals!.Take(3));
        Assert.Equal(7, story.And(at => new WorkersChanged(at, 7)).Timeline.Views[0].Layout.Shapes!.Count);
    }

    [Fact]
    public void Where_the_study_stood_still_there_is_a_line()
    {
        var figure = Story.Begin().Trial(0, 0.9).StandsStill().Timeline;

        Assert.Equal([4.0], figure.Views[0].Layout.Shapes!.Where(shape => shape.XRef == "x").Select(shape => shape.X0));
        Assert.Equal("study paused here", figure.Marks()["bar-standstill"]);
        Assert.EndsWith("The study was paused once; its time stood still.", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_trials_are_a_few_blocks_without_lines_around_them_and_each_kind_has_its_share()
    {
        static TrialView Trial(int id) => new()
        {
            Id = id,
            Configuration = new(),
            Reason = "",
            StartedAt = TimeSpan.FromSeconds(id),
            EndedAt = TimeSpan.FromSeconds(id + 0.9),
            Status = id * 7919 % 100 < 10 ? TrialStatus.Failed : TrialStatus.Completed,
            Stretches = [new Stretch(0, TimeSpan.FromSeconds(id), TimeSpan.FromSeconds(id + 0.9), null)],
        };
        TrialView[] trials = [.. Enumerable.Range(0, 20_000).Select(Trial)];
        var counts = trials.GroupBy(trial => trial.Status).Select(group => KeyValuePair.Create(group.Key, group.Count()));
        var study = StudySnapshot.Empty with { Trials = [.. trials], Status = StudyStatus.Ended, Counts = StudySnapshot.Empty.Counts.AddRange(counts) };
        var figure = StudyFigures.Timeline(new(study, Story.Network, 1, TimeSpan.FromSeconds(20_000)), Styles.Light);

        Assert.Equal(ModeFlag.None, figure.Of("finished").Mode);
        Assert.InRange(Bars(figure, "finished").Count() + Bars(figure, "failed").Count(), 100, 1000);
        Assert.InRange(Bars(figure, "failed").Sum(bar => bar.To - bar.From) / 20_000, 0.07, 0.13);
    }

    [Fact]
    public void Before_the_first_trial_there_are_words()
    {
        Assert.Equal("Waiting for the first report…", Story.Begin().Timeline.Empty);
        Assert.Null(Story.Begin().Start(0).Timeline.Empty);
        Assert.All(Story.Begin().Timeline.Data.Cast<Scatter>(), trace => Assert.Empty(trace.X!));
    }
}
