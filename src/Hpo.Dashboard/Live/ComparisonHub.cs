using System.Runtime.CompilerServices;
using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Where browsers watch comparisons, at <see cref="Path"/>. It only tells; it changes nothing.</summary>
public sealed class ComparisonHub(ComparisonFeeds feeds, CurrentVisitor visitor) : Hub
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
        var known = ViewOf(comparisonId, view);
        await using var frames = feeds.WatchAsync(comparisonId, known, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(frames))
        {
            visitor.RequireEntered();
            yield return frames.Current;
        }
    }

    private ComparisonView ViewOf(string comparisonId, ComparisonViewRequest? view)
    {
        try
        {
            return feeds.ViewOf(comparisonId, view ?? new(null, null, null, null, null));
        }
        catch (Exception exception) when (exception is ComparisonNotFoundException or ArgumentException)
        {
            throw new HubException(exception.Message, exception);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EncodedFrame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (ComparisonNotFoundException exception)
        {
            throw new HubException(exception.Message, exception);
        }
    }
}
