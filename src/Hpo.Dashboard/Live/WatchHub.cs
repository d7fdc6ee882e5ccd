using System.Runtime.CompilerServices;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Where spectators watch the study whose code they have, at <see cref="Path"/>. The code is all that is asked of them, and watching is all that they can do.
/// </summary>
public sealed class WatchHub(StudyBroadcasts broadcasts, WatchRooms rooms, WatchDoor door) : Hub
{
    /// <summary>The hub's address below the dashboard's.</summary>
    public const string Path = "/hubs/watch";

    private const string NoLongerShared = "The presenter has stopped sharing this study.";

    /// <summary>Streams a study's frames; see <see cref="FrameEncoder"/>.</summary>
    /// <param name="code">The study's code.</param>
    /// <param name="afterSequence">The last event the viewer has; 0 for none, which begins with a snapshot.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">The study cannot be watched, or no longer; the message says why.</exception>
    public async IAsyncEnumerable<EncodedFrame> Watch(
        string code, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (afterSequence < 0)
            throw new HubException("A sequence number is 0 or larger.");
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        var studyId = Enter(code);
        using var ticket = rooms.Enter(studyId, RoomSeat.Spectator);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ticket.Closed);
        await using var frames = broadcasts.WatchAsync(studyId, afterSequence, leaving.Token).GetAsyncEnumerator(leaving.Token);
        while (await NextAsync(frames, ticket))
            yield return frames.Current;
    }

    /// <summary>Streams how many watch a study, and what its presenter looks at; see <see cref="RoomMoment"/>.</summary>
    /// <param name="code">The study's code.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">The study cannot be watched; the message says why.</exception>
    public async IAsyncEnumerable<EncodedFrame> Room(string code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        await foreach (var moment in rooms.FollowAsync(Enter(code), cancellationToken))
            yield return moment.Frame;
    }

    private string Enter(string code)
    {
        var entry = door.Enter(code, Context.GetHttpContext()?.Connection.RemoteIpAddress);
        return entry.StudyId ?? throw new HubException(entry.Refusal);
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EncodedFrame> frames, RoomTicket ticket)
    {
        try
        {
            return await frames.NextAsync();
        }
        catch (OperationCanceledException) when (ticket.Closed.IsCancellationRequested)
        {
            throw new HubException(NoLongerShared);
        }
    }
}
