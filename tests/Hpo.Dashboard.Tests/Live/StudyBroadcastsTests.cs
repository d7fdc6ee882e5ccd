using Hpo.Dashboard.Live;
using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Tests.Live;

public sealed class StudyBroadcastsTests : IDisposable
{
    private const string Id = "study";

    private static readonly LiveOptions Quick = new()
    {
        Tick = TimeSpan.FromMilliseconds(1),
        Beat = TimeSpan.FromMilliseconds(5),
        IdleBeat = TimeSpan.FromMilliseconds(5),
        MaxDeltaEvents = 200,
    };

    private readonly ScriptedSource _source = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private CancellationToken Patience => _patience.Token;

    public void Dispose() => _patience.Dispose();

    private (ScriptedStudy Study, StudyBroadcasts Broadcasts) Create(LiveOptions? options = null, int recent = int.MaxValue)
    {
        var study = new ScriptedStudy(recent);
        _source.Studies[Id] = study;
        return (study, new StudyBroadcasts(_source, options ?? Quick, TimeProvider.System));
    }

    [Theory]
    [InlineData(1, int.MaxValue)]
    [InlineData(2, 50)]
    [InlineData(3, 5)]
    public async Task No_viewer_misses_an_event_or_sees_one_twice_whenever_it_joins_and_however_often_it_comes_again(int seed, int recent)
    {
        var (study, broadcasts) = Create(recent: recent);
        var events = StudyScript.Draw(seed, trials: 150);
        var viewers = Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var random = new Random((seed * 1000) + i);
            var viewer = new Viewer();
            // joins at some moment, and leaves and comes again at others
            var nextStop = (long)random.Next(events.Count);
            while (viewer.Sequence < events.Count)
            {
                await study.WaitForChangeAsync(Math.Min(nextStop, events.Count) - 1, Patience);
                nextStop += random.Next(events.Count / 2) + 1;
                await viewer.WatchAsync(broadcasts, Id, () => viewer.Sequence >= Math.Min(nextStop, events.Count), Patience);
            }

            return viewer;
        })).ToList();

        var publishing = Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < events.Count;)
            {
                var batch = events.Skip(i).Take(random.Next(1, 12)).ToList();
                study.Publish(batch);
                i += batch.Count;
                await Task.Yield();
            }
        });
        await publishing;

        foreach (var viewer in await Task.WhenAll(viewers))
        {
            Assert.Equal(events.Count, viewer.Sequence);
            Assert.Equal("ended", viewer.State);
        }

        Assert.Equal(0, broadcasts.Count);
    }

    [Fact]
    public async Task Viewers_of_the_same_range_share_one_encoding()
    {
        var (study, broadcasts) = Create(new LiveOptions { Tick = TimeSpan.FromMilliseconds(20), Beat = TimeSpan.FromDays(1), IdleBeat = TimeSpan.FromDays(1) });
        study.Publish(StudyScript.Draw(1, trials: 5).Take(10));
        var viewers = Enumerable.Range(0, 200).Select(_ => broadcasts.WatchAsync(Id, 0, Patience).GetAsyncEnumerator(Patience)).ToList();

        var snapshots = new List<EncodedFrame>();
        foreach (var viewer in viewers)
        {
            await viewer.MoveNextAsync();
            snapshots.Add(viewer.Current);
        }

        var next = viewers.Select(viewer => viewer.MoveNextAsync().AsTask()).ToList();
        study.Publish(StudyScript.Draw(1, trials: 5).Skip(10).Take(3));
        await Task.WhenAll(next);

        Assert.Single(snapshots.Distinct(ReferenceEqualityComparer.Instance));
        var delta = Assert.Single(viewers.Select(viewer => viewer.Current).Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal(13, Assert.IsType<EncodedFrame>(delta).To);
        foreach (var viewer in viewers)
            await viewer.DisposeAsync();
    }

    [Fact]
    public async Task An_expected_viewer_is_waited_for_until_the_next_beat()
    {
        var (study, patient) = Create(new LiveOptions { IdleBeat = TimeSpan.FromDays(1) });
        study.Publish(StudyScript.Draw(5, trials: 2));
        var (_, hasty) = Create();

        var expected = patient.ExpectAsync(Id);
        await hasty.ExpectAsync(Id).WaitAsync(Patience);

        Assert.Equal((1, 0), (patient.Count, hasty.Count));
        Assert.False(expected.IsCompleted);
    }

    [Fact]
    public async Task A_stuck_viewer_delays_nobody_and_catches_up_in_one_frame()
    {
        var (study, broadcasts) = Create();
        var events = StudyScript.Draw(5, trials: 20);
        study.Publish(events[0]);
        var (stuck, lively) = (new Viewer(), new Viewer());
        await using var frames = broadcasts.WatchAsync(Id, 0, Patience).GetAsyncEnumerator(Patience);
        await frames.MoveNextAsync();
        stuck.Take(frames.Current);

        foreach (var studyEvent in events.Skip(1))
        {
            study.Publish(studyEvent);
            await lively.WatchAsync(broadcasts, Id, () => lively.Sequence == study.Snapshot.Sequence, Patience);
        }

        await frames.MoveNextAsync();
        stuck.Take(frames.Current);
        Assert.Equal(events.Count, stuck.Sequence);
        Assert.Equal((1, 1), (stuck.Snapshots, stuck.Deltas));
    }

    [Fact]
    public async Task A_viewer_that_lags_further_than_events_are_kept_gets_a_snapshot()
    {
        var (study, broadcasts) = Create(recent: 3);
        study.Publish(StudyScript.Draw(5, trials: 20));
        var viewer = new Viewer();

        await foreach (var frame in broadcasts.WatchAsync(Id, study.Snapshot.Sequence - 10, Patience))
        {
            viewer.Take(frame);
            break;
        }

        Assert.Equal(1, viewer.Snapshots);
    }

    [Fact]
    public async Task A_viewer_from_the_future_begins_anew()
    {
        var (study, broadcasts) = Create();
        study.Publish(StudyScript.Draw(5, trials: 2));
        var viewer = new Viewer();

        await foreach (var frame in broadcasts.WatchAsync(Id, 1_000_000, Patience))
        {
            viewer.Take(frame);
            break;
        }

        Assert.Equal((1, study.Snapshot.Sequence), (viewer.Snapshots, viewer.Sequence));
    }

    [Fact]
    public async Task Beats_go_on_after_the_end_so_that_a_study_taken_up_again_is_seen()
    {
        var (study, broadcasts) = Create();
        study.Publish(StudyScript.Draw(5, trials: 2));
        var viewer = new Viewer();
        var beats = 0;
        await viewer.WatchAsync(broadcasts, Id, () => ++beats == 5, Patience);
        Assert.Equal("ended", viewer.State);

        var resumed = new ScriptedStudy();
        resumed.Publish(StudyScript.Draw(6, trials: 3).SkipLast(1));
        _source.Studies[Id] = resumed;

        await viewer.WatchAsync(broadcasts, Id, () => viewer.Sequence == resumed.Snapshot.Sequence && viewer.State == "stopping", Patience);
    }

    [Fact]
    public async Task A_study_that_is_replaced_in_memory_is_followed_by_those_who_watch()
    {
        var (study, broadcasts) = Create();
        study.Publish(StudyScript.Draw(5, trials: 2));
        var replaced = false;
        var after = new ScriptedStudy();
        after.Publish(new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch));
        var viewer = new Viewer();

        await viewer.WatchAsync(broadcasts, Id, () =>
        {
            if (!replaced)
                _source.Studies[Id] = after;
            replaced = true;
            return viewer.State == "running";
        }, Patience);

        Assert.Equal(1, viewer.Sequence);
    }

    [Fact]
    public async Task An_unknown_study_is_named()
    {
        var (_, broadcasts) = Create();

        var problem = await Assert.ThrowsAsync<StudyNotFoundException>(() =>
            new Viewer().WatchAsync(broadcasts, "nowhere", () => true, Patience));

        Assert.Equal("There is no study nowhere.", problem.Message);
    }

    [Fact]
    public async Task Viewers_of_a_study_that_vanishes_are_told_and_may_come_again()
    {
        var (study, broadcasts) = Create();
        study.Publish(StudyScript.Draw(5, trials: 2));

        await Assert.ThrowsAsync<StudyNotFoundException>(() => new Viewer().WatchAsync(broadcasts, Id, () =>
        {
            _source.Studies.Clear();
            return false;
        }, Patience));

        Assert.Equal(0, broadcasts.Count);
        _source.Studies[Id] = study;
        await new Viewer().WatchAsync(broadcasts, Id, () => true, Patience);
    }

    [Fact]
    public async Task There_is_at_most_one_frame_a_tick()
    {
        var tick = TimeSpan.FromMilliseconds(50);
        var (study, broadcasts) = Create(new LiveOptions { Tick = tick, Beat = TimeSpan.FromMilliseconds(1), IdleBeat = TimeSpan.FromMilliseconds(1) });
        var events = StudyScript.Draw(7, trials: 200);
        var frames = 0;
        var start = TimeProvider.System.GetTimestamp();
        var viewer = new Viewer();

        var watching = viewer.WatchAsync(broadcasts, Id, () => ++frames > 0 && viewer.Sequence == events.Count, Patience);
        foreach (var studyEvent in events)
        {
            study.Publish(studyEvent);
            await Task.Yield();
        }

        await watching;
        // the first two frames may follow each other at once
        Assert.InRange(frames, 1, (TimeProvider.System.GetElapsedTime(start) / tick) + 2);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_told()
    {
        var (study, broadcasts) = Create();
        study.LogFailure = "The disk is full.";

        await foreach (var frame in broadcasts.WatchAsync(Id, 0, Patience))
        {
            Assert.Contains("\"failure\":\"The disk is full.\"", System.Text.Encoding.UTF8.GetString(frame.Json.Span), StringComparison.Ordinal);
            break;
        }
    }
}
