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
    /// <remarks>A wrong code and the end of sharing are no faults, which would be logged two hundred times: the stream ends with a frame that says why.</remarks>
    public async IAsyncEnumerable<EncodedFrame> Watch(
        string code, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (afterSequence < 0)
            throw new HubException("A sequence number is 0 or larger.");
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        var entry = await EnterAsync(code, cancellationToken);
        if (entry.StudyId is not { } studyId)
        {
            yield return FrameEncoder.Refusal(entry.Refusal!, entry.IsPassing);
            yield break;
        }

        using var ticket = rooms.Enter(studyId, RoomSeat.Spectator);
        // from here on the end of sharing is heard; it may have come between the two
        if (!door.StillOpens(entry))
        {
            yield return FrameEncoder.Refusal(NoLongerShared);
            yield break;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ticket.Closed);
        await using var frames = broadcasts.WatchAsync(studyId, afterSequence, leaving.Token).GetAsyncEnumerator(leaving.Token);
        while (await NextAsync(frames, ticket))
            yield return frames.Current;
        yield return FrameEncoder.Refusal(NoLongerShared);
    }

    /// <summary>Streams how many watch a study, and what its presenter looks at; see <see cref="RoomMoment"/>.</summary>
    /// <param name="code">The study's code.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    public async IAsyncEnumerable<EncodedFrame> Room(string code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        var entry = await EnterAsync(code, cancellationToken);
        if (entry.StudyId is not { } studyId)
            yield break;
        await foreach (var moment in rooms.FollowAsync(studyId, () => door.StillOpens(entry), cancellationToken))
            yield return moment.Frame;
    }

    private Task<WatchEntry> EnterAsync(string code, CancellationToken cancellationToken) =>
        door.EnterAsync(code, Context.GetHttpContext()?.Connection.RemoteIpAddress, cancellationToken);

    /// <summary>Goes on to the next frame; false when the study is no longer shared.</summary>
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EncodedFrame> frames, RoomTicket ticket)
    {
        try
        {
            return await frames.NextAsync();
        }
        catch (OperationCanceledException) when (ticket.Closed.IsCancellationRequested)
        {
            return false;
        }
    }
}
