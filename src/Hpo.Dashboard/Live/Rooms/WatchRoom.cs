namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Those who look at one study or comparison now. Kept by <see cref="WatchRooms"/>, under whose lock everything here happens.</summary>
internal sealed class WatchRoom(string name) : IDisposable
{
    private CancellationTokenSource _closing = new();
    private TaskCompletionSource<RoomMoment> _next = NewSignal();
    private int _spectators;
    private int _pages;

    public string Name => name;

    /// <summary>The newest moment.</summary>
    public RoomMoment Latest { get; private set; } = new(1, default, null);

    /// <summary>Fires when it is no longer shared: the spectators who are here now have to leave.</summary>
    public CancellationToken Closed => _closing.Token;

    /// <summary>The connection whose view is followed; null when nobody leads.</summary>
    public string? Leader { get; private set; }

    /// <summary>How many are told what happens here, whether or not they are counted.</summary>
    public int Listeners { get; set; }

    public bool IsEmpty => _spectators + _pages + Listeners == 0;

    public void Count(RoomSeat seat, int change)
    {
        LiveMetrics.Seat(seat, change);
        if (seat == RoomSeat.Spectator)
            _spectators += change;
        else
            _pages += change;
        Publish(Latest.View);
    }

    public void Lead(string connectionId, SharedView? view)
    {
        Leader = view is null ? null : connectionId;
        Publish(view);
    }

    /// <summary>What sends everybody away who is here now; those who come later stay.</summary>
    public CancellationTokenSource TakeClosing()
    {
        var closing = _closing;
        _closing = new();
        return closing;
    }

    /// <summary>The newest moment, as soon as it is newer than the one that somebody has (0: any).</summary>
    public Task<RoomMoment> NewerThan(long number) => Latest.Number > number ? Task.FromResult(Latest) : _next.Task;

    public void Dispose() => _closing.Dispose();

    private void Publish(SharedView? view)
    {
        Latest = new RoomMoment(Latest.Number + 1, new Attendance(_spectators, _pages), view);
        var signal = _next;
        _next = NewSignal();
        signal.SetResult(Latest);
    }

    // they go on elsewhere, not under the lock
    private static TaskCompletionSource<RoomMoment> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
