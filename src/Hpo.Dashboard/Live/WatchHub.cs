using System.Runtime.CompilerServices;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Where spectators watch the study or the comparison whose code they have, at <see cref="Path"/>. The code is all that is asked of them, and watching is all that they can do.
/// </summary>
public sealed class WatchHub(StudyBroadcasts broadcasts, ComparisonBroadcasts comparisons, WatchRooms rooms, WatchDoor door) : Hub
{
    /// <summary>The hub's address below the dashboard's.</summary>
    public const string Path = "/hubs/watch";

    private const string NoLongerShared = "The presenter has stopped sharing this.";

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
        if (entry.What is not { Kind: WatchedKind.Study, Id: var studyId })
        {
            yield return Refusal(entry);
            yield break;
        }

        using var ticket = rooms.Enter(entry.What.Room, RoomSeat.Spectator);
        // from here on the end of sharing is heard; it may have come between the two
        if (!door.StillOpens(entry))
        {
            yield return FrameEncoder.Refusal(NoLongerShared);
            yield break;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ticket.Closed);
        await using var frames = broadcasts.WatchAsync(studyId, afterSequence, leaving.Token).GetAsyncEnumerator(leaving.Token);
        while (await NextAsync(frames, ticket.Closed))
            yield return frames.Current;
        yield return FrameEncoder.Refusal(NoLongerShared);
    }

    /// <summary>Streams a comparison in a view, as <see cref="ComparisonHub.Watch"/> does.</summary>
    /// <param name="code">The comparison's code.</param>
    /// <param name="view">How to look at it.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">There is no such view, or the connection watches enough; the message says so.</exception>
    public async IAsyncEnumerable<EncodedFrame> WatchComparison(
        string code, ComparisonViewRequest view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = StreamBound.Enter(Context, LiveOptions.MaxViewsPerConnection, "views of comparisons");
        var entry = await EnterAsync(code, cancellationToken);
        if (entry.What is not { Kind: WatchedKind.Comparison, Id: var comparisonId })
        {
            yield return Refusal(entry);
            yield break;
        }

        var known = comparisons.RequireView(comparisonId, view);
        using var seat = ConnectionSeat.Take(Context, rooms, entry.What.Room, RoomSeat.Spectator);
        if (!door.StillOpens(entry))
        {
            yield return FrameEncoder.Refusal(NoLongerShared);
            yield break;
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, seat.Closed);
        await using var frames = comparisons.WatchAsync(comparisonId, known, leaving.Token).GetAsyncEnumerator(leaving.Token);
        while (await NextAsync(frames, seat.Closed))
            yield return frames.Current;
        yield return FrameEncoder.Refusal(NoLongerShared);
    }

    /// <summary>Streams how many watch, and what the presenter looks at; see <see cref="RoomMoment"/>.</summary>
    /// <param name="code">The code of what is watched.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    public async IAsyncEnumerable<EncodedFrame> Room(string code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        var entry = await EnterAsync(code, cancellationToken);
        if (entry.What is not { } what)
            yield break;
        await foreach (var moment in rooms.FollowAsync(what.Room, () => door.StillOpens(entry), cancellationToken))
            yield return moment.Frame;
    }

    private Task<WatchEntry> EnterAsync(string code, CancellationToken cancellationToken) =>
        door.EnterAsync(code, Context.GetHttpContext()?.Connection.RemoteIpAddress, cancellationToken);

    /// <summary>Why something is not shown: a code of the other kind opens it on another page.</summary>
    private static EncodedFrame Refusal(WatchEntry entry) => FrameEncoder.Refusal(entry.Refusal ?? WatchEntry.Unknown.Refusal!, entry.IsPassing);

    /// <summary>Goes on to the next frame; false when sharing has ended.</summary>
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EncodedFrame> frames, CancellationToken closed)
    {
        try
        {
            return await frames.NextAsync();
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            return false;
        }
    }
}
