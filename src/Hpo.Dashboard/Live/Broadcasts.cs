using System.Runtime.CompilerServices;
using Hpo.Studies;

namespace Hpo.Dashboard.Live;

/// <summary>What is being watched now, one broadcast each, from the first viewer to the last.</summary>
/// <param name="source">Where it comes from.</param>
/// <param name="time">The clock.</param>
/// <param name="work">Has the faults.</param>
internal sealed class Broadcasts<TWatched, TMoment>(BroadcastSource<TWatched, TMoment> source, TimeProvider time, GuardedWork work)
    where TWatched : class
    where TMoment : IMoment
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Broadcast<TWatched, TMoment>> _broadcasts = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _broadcasts.Count;
        }
    }

    /// <summary>Something from a sequence number on, frame after frame, for one viewer. It goes on when that ends, with slow beats, because it can be taken up again.</summary>
    /// <param name="id">What is watched.</param>
    /// <param name="after">The sequence number of what the viewer has; 0 for nothing.</param>
    /// <param name="frameOf">The frame of a moment for a viewer that has what a sequence number says.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string id, long after, Func<TMoment, long, EncodedFrame> frameOf, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var broadcast = Join(id);
        try
        {
            for (var (number, sequence) = (0L, after); ;)
            {
                (number, var frame) = await NextAsync(broadcast, number, sequence, frameOf, cancellationToken).ConfigureAwait(false);
                sequence = frame.To;
                source.OnSent(frame);
                yield return frame;
            }
        }
        finally
        {
            Leave(broadcast);
        }
    }

    // a method of its own, so that a viewer that does not come back keeps one frame alive and not a whole moment
    private static async Task<(long Number, EncodedFrame Frame)> NextAsync(
        Broadcast<TWatched, TMoment> broadcast, long number, long sequence, Func<TMoment, long, EncodedFrame> frameOf, CancellationToken cancellationToken)
    {
        var moment = await broadcast.NewerThanAsync(number, cancellationToken).ConfigureAwait(false);
        return (moment.Number, frameOf(moment, sequence));
    }

    private Broadcast<TWatched, TMoment> Join(string id)
    {
        // outside the lock: it may read from the disk
        var watched = source.Find(id) ?? throw source.NotFound(id);
        lock (_gate)
        {
            if (!_broadcasts.TryGetValue(id, out var broadcast) || broadcast.HasFailed)
                _broadcasts[id] = broadcast = new Broadcast<TWatched, TMoment>(id, watched, source, time, work);
            broadcast.Viewers++;
            return broadcast;
        }
    }

    private void Leave(Broadcast<TWatched, TMoment> broadcast)
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
