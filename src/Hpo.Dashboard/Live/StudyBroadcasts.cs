using System.Runtime.CompilerServices;
using Hpo.Studies;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Live;

/// <summary>The studies that are being watched now, one broadcast each, from the first viewer to the last.</summary>
public sealed class StudyBroadcasts(IStudySource source, LiveOptions options, TimeProvider time, ILogger<StudyBroadcasts>? logger = null)
{
    private readonly GuardedWork _work = new(logger ?? NullLogger<StudyBroadcasts>.Instance);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StudyBroadcast> _broadcasts = [];

    /// <summary>How many studies are being watched.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _broadcasts.Count;
        }
    }

    /// <summary>
    /// A study from a sequence number on (0: from a snapshot), frame after frame, without a gap and without an event twice. It goes on when the
    /// study ends, with slow beats, because a study can be taken up again.
    /// </summary>
    /// <exception cref="StudyNotFoundException">There is no such study, or no longer.</exception>
    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string studyId, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var broadcast = Join(studyId);
        try
        {
            for (var (number, sequence) = (0L, afterSequence); ;)
            {
                (number, var frame) = await NextAsync(broadcast, number, sequence, cancellationToken).ConfigureAwait(false);
                sequence = frame.To;
                LiveMetrics.SentStudy(frame);
                yield return frame;
            }
        }
        finally
        {
            Leave(broadcast);
        }
    }

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

    // a method of its own, so that a viewer that does not come back keeps one frame alive and not a whole moment
    private static async Task<(long Number, EncodedFrame Frame)> NextAsync(
        StudyBroadcast broadcast, long number, long sequence, CancellationToken cancellationToken)
    {
        var moment = await broadcast.NewerThanAsync(number, cancellationToken).ConfigureAwait(false);
        return (moment.Number, moment.FrameAfter(sequence));
    }

    private StudyBroadcast Join(string studyId)
    {
        // outside the lock: it may read a study from the disk
        var study = source.Find(studyId) ?? throw new StudyNotFoundException(studyId);
        lock (_gate)
        {
            if (!_broadcasts.TryGetValue(studyId, out var broadcast) || broadcast.HasFailed)
                _broadcasts[studyId] = broadcast = new StudyBroadcast(studyId, study, source, options, time, _work);
            broadcast.Viewers++;
            return broadcast;
        }
    }

    private void Leave(StudyBroadcast broadcast)
    {
        lock (_gate)
        {
            if (--broadcast.Viewers > 0)
                return;
            if (_broadcasts.GetValueOrDefault(broadcast.Id) == broadcast)
                _broadcasts.Remove(broadcast.Id);
        }

        broadcast.Dispose();
    }
}
