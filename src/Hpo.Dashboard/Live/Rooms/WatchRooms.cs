using System.Runtime.CompilerServices;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>
/// Who looks at which study or comparison, and where presenters lead them. In memory only: a room is there from the first who enters to the last who leaves.
/// </summary>
public sealed class WatchRooms(LiveOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WatchRoom> _rooms = [];

    /// <summary>How many rooms there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _rooms.Count;
        }
    }

    /// <summary>Who is in a room now.</summary>
    public Attendance Of(string name)
    {
        lock (_gate)
            return _rooms.TryGetValue(name, out var room) ? room.Latest.Attendance : default;
    }

    /// <summary>Counts somebody in, until the ticket is disposed of.</summary>
    /// <param name="name">The room; see <see cref="Watched.Room"/>.</param>
    /// <param name="seat">From where they look.</param>
    public RoomTicket Enter(string name, RoomSeat seat)
    {
        lock (_gate)
        {
            var room = Room(name);
            room.Count(seat, 1);
            return new RoomTicket(() => Leave(room, () => room.Count(seat, -1)), room.Closed);
        }
    }

    /// <summary>
    /// What happens in a room, from now on: at once as it stands, and then whenever it changes, at most so often as <see cref="LiveOptions.RoomTick"/> allows.
    /// One that is slow is told the newest only.
    /// </summary>
    /// <param name="name">The room; see <see cref="Watched.Room"/>.</param>
    /// <param name="cancellationToken">The listener leaves.</param>
    public IAsyncEnumerable<RoomMoment> FollowAsync(string name, CancellationToken cancellationToken = default) => FollowAsync(name, null, cancellationToken);

    /// <summary>As the other, for a spectator: it ends when sharing ends.</summary>
    /// <param name="name">The room; see <see cref="Watched.Room"/>.</param>
    /// <param name="isShared">Whether it is shared still; asked once, when the end of sharing is heard. Null for a page of the dashboard.</param>
    /// <param name="cancellationToken">The listener leaves.</param>
    public async IAsyncEnumerable<RoomMoment> FollowAsync(
        string name, Func<bool>? isShared, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        WatchRoom room;
        CancellationToken closed;
        lock (_gate)
        {
            room = Room(name);
            room.Listeners++;
            closed = isShared is null ? CancellationToken.None : room.Closed;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed);
        try
        {
            for (var number = 0L; isShared?.Invoke() != false; isShared = null)
            {
                if (await NextAsync(room, number, leaving.Token, cancellationToken).ConfigureAwait(false) is not { } moment)
                    yield break;
                number = moment.Number;
                yield return moment;
            }
        }
        finally
        {
            Leave(room, () => room.Listeners--);
        }
    }

    /// <summary>Shows the spectators of a room what its presenter looks at; null when they are no longer led. Nothing happens when nobody is there.</summary>
    /// <param name="name">The room; see <see cref="Watched.Room"/>.</param>
    /// <param name="connectionId">The presenter's connection: when it ends, so does leading.</param>
    /// <param name="view">What the presenter looks at.</param>
    public void Lead(string name, string connectionId, SharedView? view)
    {
        lock (_gate)
        {
            // with two pages of the presenter, the one that says it no longer leads must not end the other's leading
            if (_rooms.TryGetValue(name, out var room) && (view is not null || room.Leader == connectionId))
                room.Lead(connectionId, view);
        }
    }

    /// <summary>A connection has ended: what it led is led no longer.</summary>
    public void StopLeading(string connectionId)
    {
        lock (_gate)
        {
            foreach (var room in _rooms.Values.Where(room => room.Leader == connectionId))
                room.Lead(connectionId, null);
        }
    }

    /// <summary>Sharing has ended: the spectators are sent away. Pages of the dashboard stay.</summary>
    public void Close(string name)
    {
        CancellationTokenSource? closing = null;
        lock (_gate)
        {
            if (_rooms.TryGetValue(name, out var room))
                closing = room.TakeClosing();
        }

        // outside the lock: those who are sent away leave at once
        closing?.Cancel();
        closing?.Dispose();
    }

    /// <summary>The newest moment after a number, a tick later unless it is the first; null when the room is closed to spectators.</summary>
    private async Task<RoomMoment?> NextAsync(WatchRoom room, long number, CancellationToken leaving, CancellationToken cancellationToken)
    {
        try
        {
            if (number > 0)
                await Task.Delay(options.RoomTick, time, leaving).ConfigureAwait(false);
            Task<RoomMoment> next;
            lock (_gate)
                next = room.NewerThan(number);
            await next.WaitAsync(leaving).ConfigureAwait(false);
            // the newest by now
            return room.Latest;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private WatchRoom Room(string name)
    {
        if (!_rooms.TryGetValue(name, out var room))
            _rooms[name] = room = new WatchRoom(name);
        return room;
    }

    private void Leave(WatchRoom room, Action leave)
    {
        lock (_gate)
        {
            leave();
            if (!room.IsEmpty)
                return;
            _rooms.Remove(room.Name);
            room.Dispose();
        }
    }
}
