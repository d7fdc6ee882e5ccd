namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Somebody's place in a room; disposing of it leaves, once.</summary>
public sealed class RoomTicket : IDisposable
{
    private Action? _leave;

    internal RoomTicket(Action leave, CancellationToken closed)
    {
        Closed = closed;
        _leave = leave;
    }

    /// <summary>Fires when sharing ends: a spectator has to leave.</summary>
    public CancellationToken Closed { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
