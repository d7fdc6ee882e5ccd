using Hpo.Studies;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Live;

/// <summary>The studies that are being watched now, one broadcast each, from the first viewer to the last.</summary>
public sealed class StudyBroadcasts(IStudySource source, LiveOptions options, TimeProvider time, ILogger<StudyBroadcasts>? logger = null)
{
    private readonly GuardedWork _work = new(logger ?? NullLogger<StudyBroadcasts>.Instance);
    private readonly Broadcasts<IWatchedStudy, StudyMoment> _broadcasts = new(
        new Source(source, options), time, new GuardedWork(logger ?? NullLogger<StudyBroadcasts>.Instance));

    /// <summary>How many studies are being watched.</summary>
    public int Count => _broadcasts.Count;

    /// <summary>
    /// A study from a sequence number on (0: from a snapshot), frame after frame, without a gap and without an event twice. It goes on when the
    /// study ends, with slow beats, because a study can be taken up again.
    /// </summary>
    /// <exception cref="StudyNotFoundException">There is no such study, or no longer.</exception>
    public IAsyncEnumerable<EncodedFrame> WatchAsync(string studyId, long afterSequence, CancellationToken cancellationToken = default) =>
        _broadcasts.WatchAsync(studyId, afterSequence, (moment, sequence) => moment.FrameAfter(sequence), cancellationToken);

    /// <summary>A viewer is about to come, whose page is still on its way: what it will be told first is made ready meanwhile. The task is never faulted.</summary>
    public Task ExpectAsync(string studyId) => _work.StartAsync("preparing what a viewer is told first", "the viewer is told when it asks", () => PrepareAsync(studyId));

    private async Task PrepareAsync(string studyId)
    {
        try
        {
            await foreach (var _ in WatchAsync(studyId, afterSequence: 0).ConfigureAwait(false))
            {
                // after that there is another moment to be told of
                await Task.Delay(options.IdleBeat, time).ConfigureAwait(false);
                return;
            }
        }
        catch (StudyNotFoundException)
        {
            // the page that is on its way says so
        }
    }

    private sealed class Source(IStudySource studies, LiveOptions options) : BroadcastSource<IWatchedStudy, StudyMoment>
    {
        public override string Noun => "study";

        public override IWatchedStudy? Find(string id) => studies.Find(id);

        public override Exception NotFound(string id) => new StudyNotFoundException(id);

        public override StudyMoment MomentOf(IWatchedStudy watched, StudyMoment? before) => new(watched, options, before);

        public override Task WaitForNewsAsync(IWatchedStudy watched, StudyMoment moment, CancellationToken cancellationToken) =>
            watched.WaitForChangeAsync(moment.Snapshot.Sequence, cancellationToken);

        public override void OnSent(EncodedFrame frame) => LiveMetrics.SentStudy(frame);
    }
}
