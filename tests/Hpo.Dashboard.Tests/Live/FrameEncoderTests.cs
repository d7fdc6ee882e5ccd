using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hpo.Dashboard.Live;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Tests.Live;

public sealed class FrameEncoderTests
{
    private static readonly Configuration Point = new(("learning_rate", 0.1), ("batch_size", 128));

    private static StudyMoment Moment(IEnumerable<StudyEvent> events, LiveOptions? options = null)
    {
        var study = new ScriptedStudy();
        study.Publish(events);
        return new StudyMoment(study, options ?? new LiveOptions());
    }

    private static string Without(string json, params string[] members)
    {
        var frame = JsonNode.Parse(json)!.AsObject();
        foreach (var member in members)
            frame.Remove(member);
        return frame.ToJsonString();
    }

    private static string Text(EncodedFrame frame) => Encoding.UTF8.GetString(frame.Json.Span);

    [Fact]
    public void A_delta_is_a_short_row_an_event()
    {
        var moment = Moment(
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch),
            new TrialStarted(TimeSpan.FromSeconds(1), 0, Point, "first", 0),
            new EpochReported(TimeSpan.FromSeconds(2.00049), 0, 1, 0.25, TimeSpan.FromSeconds(1)),
            new RungReached(TimeSpan.FromSeconds(2), 0, new RungStanding(0, 1, 1, 1, null), null),
            new TrialPaused(TimeSpan.FromSeconds(2), 0, TimeSpan.FromSeconds(1), "rank 1 of 1"),
            new TrialResumed(TimeSpan.FromSeconds(2.5), 0, "promoted", 1),
            new TrialEnded(TimeSpan.FromSeconds(3), 0, TrialStatus.Completed, TimeSpan.FromSeconds(2), null),
        ]);

        Assert.Equal(
            """
            {"kind":"delta","from":1,"to":7,"elapsed":3,"state":"running","beat":1,"events":[["start",1,0,{"learning_rate":0.1,"batch_size":128},"first",0,null,null],["report",2,0,1,0.25,1],["rung",2,0],["pause",2,0,1,"rank 1 of 1"],["resume",2.5,0,1,"promoted"],["end",3,0,"completed",2,null]]}
            """,
            Without(Text(moment.FrameAfter(1)), "figures", "fits"));
    }

    [Fact]
    public void What_a_person_did_is_in_the_frames_as_far_as_the_charts_need_it()
    {
        var moment = Moment(
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch),
            new WorkersChanged(TimeSpan.FromSeconds(1), 3),
            new ConfigurationEnqueued(TimeSpan.FromSeconds(1), 0, Point, 6),
            new TrialStarted(TimeSpan.FromSeconds(1), 0, Point, "asked for", 0, Enqueued: 0),
            new PauseRequested(TimeSpan.FromSeconds(2)),
            new StudyPaused(TimeSpan.FromSeconds(2)),
        ]);

        Assert.EndsWith(
            """
            "events":[["workers",1,3],["trials",1,6],["start",1,0,{"learning_rate":0.1,"batch_size":128},"asked for",0,null,0],["pausing",2],["paused",2]]}
            """,
            Text(moment.FrameAfter(1)), StringComparison.Ordinal);
        using var snapshot = JsonDocument.Parse(Text(moment.FrameAfter(0)));
        Assert.Equal(3, snapshot.RootElement.GetProperty("workers").GetInt32());
        Assert.Equal([2.0], snapshot.RootElement.GetProperty("standstills").EnumerateArray().Select(time => time.GetDouble()));
        Assert.Equal([0], snapshot.RootElement.GetProperty("trials").GetProperty("enqueued").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public void A_viewer_of_a_study_that_goes_on_begins_again_from_the_whole()
    {
        var moment = Moment(
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch),
            new StudyEnded(TimeSpan.FromSeconds(1), StudyOutcome.Interrupted, "killed"),
            new StudyResumed(TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch),
        ]);

        Assert.StartsWith("""{"kind":"snapshot","from":0,"to":3,"elapsed":1,"state":"running",""", Text(moment.FrameAfter(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_beat_says_only_that_time_goes_on()
    {
        var moment = Moment([new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch)]);

        Assert.Equal("""{"kind":"beat","from":1,"to":1,"elapsed":0,"state":"running","beat":1}""", Text(moment.FrameAfter(1)));
    }

    [Fact]
    public void A_viewer_is_told_how_figures_are_described_when_that_changes_and_not_again()
    {
        var study = new ScriptedStudy();
        study.Publish([new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch), new TrialStarted(TimeSpan.FromSeconds(1), 0, Point, "first", 0), Report(2, 1, 0.5)]);
        var first = new StudyMoment(study, new LiveOptions());
        study.Publish([Report(3, 2, 0.4)]);
        var second = new StudyMoment(study, new LiveOptions(), first);
        study.Publish([new TrialEnded(TimeSpan.FromSeconds(4), 0, TrialStatus.Failed, TimeSpan.FromSeconds(1), "it threw")]);
        var third = new StudyMoment(study, new LiveOptions(), second);

        Assert.Equal(["incumbent", "curves", "timeline"], Figures(first.FrameAfter(0)));
        // two epochs instead of one change nothing that is described
        Assert.Empty(Figures(second.FrameAfter(first.Snapshot.Sequence)));
        Assert.Equal(["incumbent", "curves", "timeline"], Figures(third.FrameAfter(second.Snapshot.Sequence)));
        // who lags, or comes back from elsewhere, is told as well
        Assert.Equal(3, Figures(third.FrameAfter(2)).Count);
        Assert.Equal(3, Figures(second.FrameAfter(1)).Count);
        Assert.Empty(Figures(third.FrameAfter(third.Snapshot.Sequence)));

        static EpochReported Report(int second, int epoch, double error) => new(TimeSpan.FromSeconds(second), 0, epoch, error, TimeSpan.FromSeconds(1));
        static List<string> Figures(EncodedFrame frame)
        {
            using var json = JsonDocument.Parse(frame.Json);
            return json.RootElement.TryGetProperty("figures", out var figures) ? [.. figures.EnumerateObject().Select(figure => figure.Name)] : [];
        }
    }

    [Fact]
    public void What_has_no_epochs_has_no_learning_curves_and_a_known_minimum_is_a_line()
    {
        var study = new ScriptedStudy { Objective = new("value", 0.397887, HasEpochs: false) };
        study.Publish([new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch)]);

        using var frame = JsonDocument.Parse(new StudyMoment(study, new LiveOptions()).FrameAfter(0).Json);

        var figures = frame.RootElement.GetProperty("figures");
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("curves").ValueKind);
        Assert.Contains("0.397887", figures.GetProperty("incumbent").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_not_a_number_is_null_and_never_zero()
    {
        var moment = Moment(
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch),
            new TrialStarted(TimeSpan.FromSeconds(1), 0, new Configuration(("x", double.NaN)), "first", 0),
            new EpochReported(TimeSpan.FromSeconds(2), 0, 1, double.PositiveInfinity, TimeSpan.FromSeconds(1)),
        ]);

        using var snapshot = JsonDocument.Parse(moment.FrameAfter(0).Json);
        var trials = snapshot.RootElement.GetProperty("trials");
        Assert.Equal("[[null]]", trials.GetProperty("values").GetRawText());
        Assert.Equal("[null]", trials.GetProperty("error").GetRawText());
        Assert.Equal("[null]", trials.GetProperty("endedAt").GetRawText());
        Assert.Contains("""["report",2,0,1,null,1]""", Text(moment.FrameAfter(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_knows_the_ladders_who_ran_when_and_how_many_curves_to_draw()
    {
        var moment = Moment(
        [
            new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch, [new Bracket([1, 3, 9]), new Bracket([3, 9])]),
            new TrialStarted(TimeSpan.FromSeconds(1), 0, Point, "first", 0),
            new TrialPaused(TimeSpan.FromSeconds(2), 0, TimeSpan.FromSeconds(1), "rank 1 of 1"),
            new TrialResumed(TimeSpan.FromSeconds(3), 0, "promoted", 1),
            new TrialStarted(TimeSpan.FromSeconds(3), 1, Point, "copied", 0, ParentId: 0),
        ], new LiveOptions { MaxDrawnCurves = 7 });

        using var snapshot = JsonDocument.Parse(moment.FrameAfter(0).Json);
        var trials = snapshot.RootElement.GetProperty("trials");
        Assert.Equal("[[1,3,9],[3,9]]", snapshot.RootElement.GetProperty("brackets").GetRawText());
        Assert.Equal(7, snapshot.RootElement.GetProperty("mostCurves").GetInt32());
        Assert.Equal("[null,0]", trials.GetProperty("parent").GetRawText());
        Assert.Equal("[2,1]", trials.GetProperty("stretches").GetRawText());
        Assert.Equal("[0,1,0]", trials.GetProperty("worker").GetRawText());
        Assert.Equal("[1,3,3]", trials.GetProperty("ranFrom").GetRawText());
        Assert.Equal("[2,null,null]", trials.GetProperty("ranTo").GetRawText());
    }

    [Fact]
    public void Very_long_curves_are_thinned_and_the_snapshot_says_so()
    {
        var events = new List<StudyEvent> { new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch), new TrialStarted(TimeSpan.Zero, 0, Point, "first", 0) };
        events.AddRange(Enumerable.Range(1, 100).Select(epoch => new EpochReported(TimeSpan.FromSeconds(epoch), 0, epoch, 1.0 / epoch, TimeSpan.FromSeconds(epoch))));
        events.Add(new TrialEnded(TimeSpan.FromSeconds(101), 0, TrialStatus.Cancelled, TimeSpan.FromSeconds(101), "enough"));
        // a running trial's curve, and the incumbent's, would be whole
        events.Add(new TrialStarted(TimeSpan.FromSeconds(101), 1, Point, "second", 0));
        events.AddRange(Enumerable.Range(1, 10).Select(epoch => new EpochReported(TimeSpan.FromSeconds(101 + epoch), 1, epoch, 0.5, TimeSpan.FromSeconds(epoch))));

        using var frame = JsonDocument.Parse(Moment(events, new LiveOptions { MaxCurvePoints = 30 }).FrameAfter(0).Json);

        Assert.Equal(4, frame.RootElement.GetProperty("thinned").GetInt32());
        var epochs = frame.RootElement.GetProperty("trials").GetProperty("epoch").EnumerateArray().Select(epoch => epoch.GetInt32()).ToList();
        Assert.Equal([1, 5, 9], epochs[..3]);
        Assert.Equal(100, epochs[25]);
        Assert.Equal(Enumerable.Range(1, 10), epochs[26..]);
    }

    [Fact]
    public void Of_very_many_finished_curves_those_that_are_drawn_are_whole_and_the_others_keep_their_ends()
    {
        var events = new List<StudyEvent> { new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch) };
        for (var id = 0; id < 10; id++)
        {
            var at = TimeSpan.FromSeconds(id);
            events.Add(new TrialStarted(at, id, Point, "drawn at random", 0));
            events.AddRange(Enumerable.Range(1, 5).Select(epoch => new EpochReported(at, id, epoch, id == 3 ? 0.1 : 0.5, at)));
            events.Add(new TrialEnded(at, id, TrialStatus.Completed, TimeSpan.FromSeconds(1), null));
        }

        using var frame = JsonDocument.Parse(Moment(events, new LiveOptions { MaxDrawnCurves = 3 }).FrameAfter(0).Json);

        // one of every four is drawn, and trial 3 is the incumbent
        var lengths = frame.RootElement.GetProperty("trials").GetProperty("length").EnumerateArray().Select(length => length.GetInt32());
        Assert.Equal([5, 2, 2, 5, 5, 2, 2, 2, 5, 2], lengths);
        Assert.False(frame.RootElement.TryGetProperty("thinned", out _));
    }

    [Fact]
    public void A_frame_goes_into_a_message_as_it_is()
    {
        var frame = Moment([new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch)]).FrameAfter(1);

        Assert.Equal($$"""{"item":{{Text(frame)}}}""", JsonSerializer.Serialize(new { item = frame }));
    }

    [Fact]
    public void A_snapshot_of_ten_thousand_trials_stays_below_two_megabytes()
    {
        var events = new List<StudyEvent> { new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch) };
        var random = new Random(1);
        for (var id = 0; id < 10_000; id++)
        {
            var at = TimeSpan.FromSeconds(id);
            events.Add(new TrialStarted(at, id, new Configuration(("learning_rate", random.NextDouble()), ("batch_size", 64)), "drawn at random", 0));
            events.AddRange(Enumerable.Range(1, 10).Select(epoch => new EpochReported(at, id, epoch, random.Next(10_000) / 10_000.0, at)));
            events.Add(new TrialEnded(at, id, TrialStatus.Completed, TimeSpan.FromSeconds(1), null));
        }

        var frame = Moment(events).FrameAfter(0);

        Assert.InRange(frame.Json.Length, 100_000, 2_000_000);
    }
}
