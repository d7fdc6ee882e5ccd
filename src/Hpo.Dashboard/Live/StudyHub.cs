using System.Runtime.CompilerServices;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Where the dashboard's pages watch studies, at <see cref="Path"/>. It only tells; no study is changed here.</summary>
public sealed class StudyHub(StudyBroadcasts broadcasts, WatchRooms rooms, IStudySource source, CurrentVisitor visitor) : Hub
{
    /// <summary>The hub's address below the dashboard's.</summary>
    public const string Path = "/hubs/study";

    /// <summary>Streams a study's frames; see <see cref="FrameEncoder"/>.</summary>
    /// <param name="studyId">The study's id.</param>
    /// <param name="afterSequence">The last event the viewer has; 0 for none, which begins with a snapshot.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">The study cannot be watched; the message says why.</exception>
    public async IAsyncEnumerable<EncodedFrame> Watch(
        string studyId, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(studyId) || studyId.Length > LiveOptions.MaxIdLength)
            throw new HubException($"A study's id has 1 to {LiveOptions.MaxIdLength} characters.");
        if (afterSequence < 0)
            throw new HubException("A sequence number is 0 or larger.");
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        await using var frames = broadcasts.WatchAsync(studyId, afterSequence, cancellationToken).GetAsyncEnumerator(cancellationToken);
        RoomTicket? ticket = null;
        try
        {
            while (await frames.NextAsync())
            {
                // a study is heard of every few seconds, so that one who has left hears no more of it soon after
                visitor.RequireEntered();
                // counted once it is known that there is such a study
                ticket ??= rooms.Enter(studyId, RoomSeat.Page);
                yield return frames.Current;
            }
        }
        finally
        {
            ticket?.Dispose();
        }
    }

    /// <summary>Shows the spectators of a study what its owner looks at.</summary>
    /// <param name="studyId">The study.</param>
    /// <param name="view">What the owner looks at; null when the spectators are no longer led.</param>
    /// <exception cref="HubException">The view cannot be one of our pages', or the study is another's.</exception>
    public void Lead(string studyId, SharedView? view)
    {
        if (view is { IsValid: false })
            throw new HubException("There is no such view.");
        if (studyId is null || source.Find(studyId) is not { } study || !visitor.Visitor.MayChange(study.Owner))
            throw new HubException("Only the owner of a study leads its spectators.");
        rooms.Lead(studyId, Context.ConnectionId, view);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        rooms.StopLeading(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
