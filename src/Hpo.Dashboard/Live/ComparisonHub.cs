using System.Runtime.CompilerServices;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Where the dashboard's pages watch comparisons, at <see cref="Path"/>. It only tells; it changes nothing.</summary>
public sealed class ComparisonHub(ComparisonBroadcasts broadcasts, WatchRooms rooms, CurrentVisitor visitor) : Hub
{
    /// <summary>The hub's address below the dashboard's.</summary>
    public const string Path = "/hubs/comparison";

    /// <summary>Streams a comparison in a view; see <see cref="ComparisonFrameEncoder"/>. For another view a browser watches anew.</summary>
    /// <param name="comparisonId">The comparison's id.</param>
    /// <param name="view">How to look at it.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">There is no such comparison or view, or the connection watches enough; the message says so.</exception>
    public async IAsyncEnumerable<EncodedFrame> Watch(
        string comparisonId, ComparisonViewRequest view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(comparisonId) || comparisonId.Length > LiveOptions.MaxIdLength)
            throw new HubException($"A comparison's id has 1 to {LiveOptions.MaxIdLength} characters.");
        using var place = StreamBound.Enter(Context, LiveOptions.MaxViewsPerConnection, "views of comparisons");
        var known = broadcasts.RequireView(comparisonId, view);
        using var seat = ConnectionSeat.Take(Context, rooms, Watched.Comparison(comparisonId).Room, RoomSeat.Page);
        await using var frames = broadcasts.WatchAsync(comparisonId, known, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await frames.NextAsync())
        {
            visitor.RequireEntered();
            yield return frames.Current;
        }
    }

    /// <summary>Shows the spectators of a comparison what the presenter looks at.</summary>
    /// <param name="comparisonId">The comparison.</param>
    /// <param name="view">What the presenter looks at; null when the spectators are no longer led.</param>
    /// <exception cref="HubException">The view cannot be one of our pages', or the visitor is not the presenter.</exception>
    public void Lead(string comparisonId, SharedView? view)
    {
        if (view is { IsValid: false })
            throw new HubException("There is no such view.");
        if (comparisonId is null || !visitor.Visitor.IsPresenter)
            throw new HubException("Only the presenter leads the spectators of a comparison.");
        rooms.Lead(Watched.Comparison(comparisonId).Room, Context.ConnectionId, view);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        rooms.StopLeading(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
