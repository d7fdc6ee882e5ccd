using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

public class LiveStudyTests
{
    [Fact]
    public void A_viewer_gets_every_event_after_the_one_it_knows()
    {
        var study = Study(Events);
        for (var after = 0; after <= Events.Count; after++)
            Assert.Equal(Events.Skip(after), study.EventsAfter(after));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_sequence_number_that_cannot_be_followed_asks_for_a_snapshot(long sequence) =>
        Assert.Null(Study(Events).EventsAfter(sequence));

    [Fact]
    public async Task Waiting_ends_with_the_next_event()
    {
        var study = Study(Events.Take(3));
        Assert.True(study.WaitForChangeAsync(2).IsCompleted);
        var waiting = study.WaitForChangeAsync(3);
        Assert.False(waiting.IsCompleted);
        study.Publish([Events[3]]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(4, study.Snapshot.Sequence);
    }

    [Fact]
    public void What_cannot_follow_is_refused_before_it_is_written_and_the_study_stays_as_it_was()
    {
        var study = Study(Events.Take(3));
        var impossible = new LoggedEvent<StudyEvent>(4, new TrialEnded(Seconds(1), 8, TrialStatus.Stopped, TimeSpan.Zero, "never started"));
        Assert.Contains("never started", Assert.Throws<InvalidDataException>(() => study.Require([impossible])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => study.Require([Events[4]]));
        Assert.Equal(3, study.Snapshot.Sequence);
        study.Require([Events[3]]);
        Assert.Equal(3, study.Snapshot.Sequence);
        // another event with that number has been written instead
        var other = new LoggedEvent<StudyEvent>(4, new StudyEnded(Seconds(3), StudyOutcome.Interrupted, "killed"));
        study.Publish([other]);
        Assert.True(study.Snapshot.CanResume);
    }

    [Fact]
    public void A_viewer_that_never_returns_does_not_hold_up_the_study()
    {
        var study = Study(Events.Take(1));
        using var never = new ManualResetEventSlim();
        _ = study.WaitForChangeAsync(1).ContinueWith(_ => never.Wait(), TaskScheduler.Default);
        study.Publish([.. Events.Skip(1)]);
        Assert.Equal(Events.Count, study.Snapshot.Sequence);
        never.Set();
    }

    [Fact]
    public async Task Viewers_that_join_at_any_time_see_every_sequence_number_once()
    {
        var study = Study([]);
        var viewers = Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            var seen = new List<long>();
            while (seen.Count < Events.Count)
            {
                var last = seen.Count == 0 ? 0 : seen[^1];
                await study.WaitForChangeAsync(last);
                seen.AddRange(study.EventsAfter(last)!.Select(logged => logged.Sequence));
            }

            return seen;
        })).ToList();
        foreach (var logged in Events)
        {
            study.Publish([logged]);
            await Task.Yield();
        }

        foreach (var seen in await Task.WhenAll(viewers))
            Assert.Equal(Enumerable.Range(1, Events.Count).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task A_log_that_could_not_be_written_wakes_the_viewers_and_stops_the_clock()
    {
        var study = Study(Events);
        var waiting = study.WaitForChangeAsync(Events.Count);
        study.Fail("The disk is full.");
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("The disk is full.", study.LogFailure);
        Assert.Equal(study.Snapshot.Elapsed, study.ElapsedNow);
    }

    private static LiveStudy Study(IEnumerable<LoggedEvent<StudyEvent>> events) =>
        new(new StudyHeader("a", DateTimeOffset.UnixEpoch, Definition), events, TimeProvider.System);
}
