using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>A connection's seat in a room: taken once, however many views of a comparison the connection watches.</summary>
internal sealed class ConnectionSeat : IDisposable
{
    private readonly HubCallerContext _context;
    private readonly string _room;
    private readonly Shared _shared;
    private bool _isLeft;

    private ConnectionSeat(HubCallerContext context, string room, Shared shared) => (_context, _room, _shared) = (context, room, shared);

    /// <summary>Fires when sharing ends: a spectator has to leave.</summary>
    public CancellationToken Closed => _shared.Ticket.Closed;

    /// <summary>Takes the connection's seat, or shares it; it is left when all that share it are disposed of.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="rooms">The rooms.</param>
    /// <param name="room">Which of them.</param>
    /// <param name="seat">From where the connection looks.</param>
    public static ConnectionSeat Take(HubCallerContext context, WatchRooms rooms, string room, RoomSeat seat)
    {
        lock (context.Items)
        {
            // a spectator's seat from before sharing ended is not one of now
            if (!context.Items.TryGetValue(KeyOf(room), out var taken) || taken is not Shared shared || (seat == RoomSeat.Spectator && shared.Ticket.Closed.IsCancellationRequested))
                context.Items[KeyOf(room)] = shared = new Shared(rooms.Enter(room, seat));
            shared.Count++;
            return new ConnectionSeat(context, room, shared);
        }
    }

    public void Dispose()
    {
        lock (_context.Items)
        {
            if (_isLeft)
                return;
            _isLeft = true;
            if (--_shared.Count > 0)
                return;
            if (_context.Items.TryGetValue(KeyOf(_room), out var taken) && taken == _shared)
                _context.Items.Remove(KeyOf(_room));
            _shared.Ticket.Dispose();
        }
    }

    private static string KeyOf(string room) => "seat in " + room;

    private sealed class Shared(RoomTicket ticket)
    {
        public RoomTicket Ticket => ticket;

        public int Count { get; set; }
    }
}
